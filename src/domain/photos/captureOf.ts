import type { Location } from '../place/location.ts'

/** How a picture came to this phone: the phone's own camera app, or its gallery. */
export type Capture = { source: 'camera' | 'gallery'; takenMs: number; location: Location | null }

/** A file this young when it is handed over was taken just now. */
const justNowMs = 3 * 60_000

/**
 * [L19] What is known of a picture from a file: its own time, and the place only where it was taken just now, for a
 * picture from last week was not taken where this phone stands.
 */
export const captureOf = (fileMs: number, nowMs: number, here: Location | null): Capture => {
  const fresh = Math.abs(nowMs - fileMs) <= justNowMs
  return { source: fresh ? 'camera' : 'gallery', takenMs: fileMs, location: fresh ? here : null }
}
