import { useEffect, useRef, useState } from 'react'
import { refusalFor } from '../../language/refusalWords.ts'

type Refusals = Parameters<typeof refusalFor>[0]

/**
 * What may be said beside the fields by now. `now` is judged at every key, so a refusal goes when it is mended; it is
 * said of a field once that was left, of all once somebody asked to save. `refused` shows all and leads to the first.
 */
export const useRefusals = (now: Refusals) => {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState(0)
  const [atSaving, setAtSaving] = useState<Refusals>([])
  const form = useRef<HTMLElement>(null)
  useEffect(() => {
    if (asked === 0) return
    const first = form.current?.querySelector('[data-wrong]')
    first?.closest('details')?.setAttribute('open', '')
    first?.scrollIntoView({ block: 'center' })
    first?.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true })
  }, [asked])
  return {
    /** The form's own element: where the first wrong field is looked for. */
    form,
    wrong: (field: string): string | undefined =>
      refusalFor(asked > 0 || touched.has(field) ? now : [], field) ?? refusalFor(atSaving, field),
    left: (field: string) => () => setTouched((before) => new Set([...before, field])),
    /** Saving was refused: by the same rule (said from `now`), or by the phone (full, closed). */
    refused: (refusals: Refusals) => {
      setAtSaving(refusals.filter(({ field }) => field === 'save'))
      setAsked((times) => times + 1)
    },
  }
}
