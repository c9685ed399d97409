/** Why a map that was shared with the app from the phone's share sheet doesn't wait here. Each has its sentence. */
export type ShareTrouble =
  /** Another site's page sent it, no person of this phone's. */
  | 'from-elsewhere'
  | 'no-file'
  | 'several'
  /** Of this phone. `no-room`: it wasn't begun. `full`: the disk's own end was met. */
  | 'no-room'
  | 'full'
  | 'cannot-keep'
  /** Nothing on this phone took it, so it went to the endpoint, which keeps none. */
  | 'no-worker'

/** How sharing a map ended; `kept`: it waits for a person's word. */
export type ShareEnd = 'kept' | ShareTrouble

const ends: { readonly [end in ShareEnd]: true } = {
  kept: true,
  'from-elsewhere': true,
  'no-file': true,
  several: true,
  'no-room': true,
  full: true,
  'cannot-keep': true,
  'no-worker': true,
}

/** The page that says so. */
export const placeAfterShare = (end: ShareEnd): string => `/take-along?shared=${end}`

/** What the query of that page's address says; null where it says nothing known. */
export const shareEndOf = (search: string): ShareEnd | null => {
  const said = /[?&]shared=([a-z-]+)(?=&|$)/.exec(search)?.[1] ?? ''
  return Object.hasOwn(ends, said) ? (said as ShareEnd) : null
}
