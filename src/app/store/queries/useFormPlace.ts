import { useEffect, useRef } from 'react'
import { type Fix, locationOf } from '../../../domain/place/fix.ts'
import type { Location } from '../../../domain/place/location.ts'
import type { Here } from '../../device/place.ts'
import { useHere } from '../../device/useHere.ts'
import { useStore } from './StoreContext.tsx'
import type { Draft } from './useDraft.ts'

/** A draft opened again later than this was not opened where it was begun: its place is asked for by a tap only. */
const sameStandMs = 30 * 60_000

export type FormPlace = {
  here: Here
  nowMs(): number
  seek(): void
  /** The best fix so far. */
  fix: Fix | null
  /** What is written down if it is saved now. */
  location(): Location
  /** The same, or null where nobody has looked for the place. */
  sought(): Location | null
}

/**
 * The place of a form, kept with its draft. `at-once`: sought by itself where the form is begun; `asked`: by a tap
 * only. A draft is not made by a place alone: the fix waits for the first answer.
 */
export const useFormPlace = (
  draft: Pick<Draft<{ fix: Fix | null }>, 'value' | 'set' | 'saved'>,
  wantedMetres: number,
  when: 'at-once' | 'asked',
): FormPlace => {
  const { device } = useStore()
  const { here, seek } = useHere(wantedMetres)
  const begun = useRef(false)
  const { value, saved, set } = draft
  useEffect(() => {
    if (value === null || begun.current) return
    begun.current = true
    const old = saved.at === 'saved' && device.nowMs() - saved.ms > sameStandMs
    if (when === 'at-once' && value.fix == null && !old) seek()
  }, [value, saved, when, seek, device])
  const fresh = here.at === 'found' || here.at === 'seeking' ? here.fix : null
  const kept = value?.fix ?? null
  const asked = when === 'asked' && here.at === 'found'
  useEffect(() => {
    if (fresh !== null && fresh !== kept && (asked || saved.at === 'saving' || saved.at === 'saved'))
      set({ fix: fresh })
  })
  const fix = fresh ?? kept
  const location = () => locationOf(fix, here.at === 'missing' ? here.why : 'no-fix', device.nowMs())
  return {
    here: here.at === 'not-asked' && kept !== null ? { at: 'found', fix: kept } : here,
    nowMs: device.nowMs,
    seek,
    fix,
    location,
    sought: () => (here.at === 'not-asked' && kept === null ? null : location()),
  }
}
