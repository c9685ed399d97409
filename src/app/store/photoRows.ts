import type { PhotoTaken } from '../../domain/entries/communeBodies.ts'

/**
 * Where one tier of a photo stands. `safe` only by a receipt for its hash [L3], at `ms` by this phone's clock and
 * `endpointMs` by the endpoint's, where that was known. `upload`: where its pieces go on.
 */
export type PhotoDelivery =
  | { at: 'waiting'; upload?: string }
  | { at: 'safe'; ms: number; endpointMs?: number }
  | { at: 'aside'; code: string }

/** `staged`: belongs to a draft, no record names it yet. `waiting`, `safe`, `aside`: of both tiers together. */
export type PhotoState = 'staged' | 'waiting' | 'safe' | 'aside'

/** A photo taken on this phone: its capture record is its entry's body; its bytes lie in `photoBytes` by hash. */
export type PhotoRow = {
  photo: string
  state: PhotoState
  /** The draft that it was taken for, while staged. */
  draft: string
  takenMs: number
  body: PhotoTaken
  preview: PhotoDelivery
  evidence: PhotoDelivery
}

/** A piece of a picture's bytes, at most 256 KB, as an ArrayBuffer: WebKit loses Blobs. */
export type PhotoBytesRow = { sha256: string; piece: number; bytes: ArrayBuffer }

/** A picture of another phone's that was looked at here; may go at any time. */
export type SeenPicture = { sha256: string; usedMs: number; bytes: ArrayBuffer }

/** What both tiers come to. */
export const stateOf = ({ preview, evidence }: Pick<PhotoRow, 'preview' | 'evidence'>): PhotoState => {
  if (preview.at === 'safe' && evidence.at === 'safe') return 'safe'
  if (preview.at === 'waiting' || evidence.at === 'waiting') return 'waiting'
  return 'aside'
}
