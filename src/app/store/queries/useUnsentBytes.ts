import type { OwnEntry } from '../tables.ts'
import { useLiveStore } from './StoreContext.tsx'
import { useOwnPhotos } from './usePhotoRows.ts'

/** Entries pack to about this share of their text. */
const packedShare = 0.3

/** How large a sealed file of what is unsent would be, about, in bytes. */
export const useUnsentBytes = (): number => {
  const { own } = useLiveStore()
  const text = own.reduce((sum, row) => (row.state === 'handed-in' ? sum : sum + lengthOf(row)), 0)
  const pictures = useOwnPhotos().reduce(
    (sum, { body, preview, evidence }) =>
      sum + (preview.at === 'safe' ? 0 : body.preview.bytes) + (evidence.at === 'safe' ? 0 : body.bytes),
    0,
  )
  return Math.round(text * packedShare) + pictures
}

/** An entry never changes: each is made a text once, however often the screen is drawn. */
const lengths = new WeakMap<OwnEntry['entry'], number>()

const lengthOf = ({ entry }: OwnEntry): number => {
  const known = lengths.get(entry) ?? JSON.stringify(entry).length
  lengths.set(entry, known)
  return known
}
