/** What a worker sees of who opens a page; `site`: `Sec-Fetch-Site`, which most browsers show to no worker. */
export type Sender = {
  mode: string
  destination: string
  origin: string | null
  referrer: string
  site: string | null
}

/**
 * Whether the phone's share sheet may have opened it, or the app itself, and no other site that shows who it is. The system
 * has no origin ("null"); nor has a page that hides its own: these two look alike to a worker.
 */
export const isFromHere = ({ mode, destination, origin, referrer, site }: Sender, here: string): boolean =>
  mode === 'navigate' &&
  destination === 'document' &&
  (origin === null || origin === 'null' || origin === here) &&
  (!/^https?:/.test(referrer) || new URL(referrer).origin === here) &&
  (site === null || site === 'none' || site === 'same-origin')
