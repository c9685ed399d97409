/**
 * A few words beside the database, in another storage of the browser: when one of the two is gone, something has been
 * cleared. Where the browser lets us keep none there is none.
 */
const key = 'mai-am-mark'

export const readMarker = (): unknown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as unknown
  } catch {
    return null
  }
}

/** `null` takes it away. */
export const writeMarker = (marker: object | null): void => {
  try {
    if (marker === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(marker))
  } catch {
    // Storage is switched off: the database may still be allowed.
  }
}
