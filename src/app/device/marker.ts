/**
 * A few words beside the database, in two other storages of the browser: when one of the three is gone, something has
 * been cleared. Where the browser lets us keep none there is none.
 */
const key = 'mai-am-mark'
const path = '/mark'

/** `small`: the small storage; `cached`: among the kept files, which a cleaner may leave where it takes the rest. */
export type Markers = { small: unknown; cached: unknown }

export const readMarkers = async (): Promise<Markers> => ({ small: readSmall(), cached: await readCached() })

/** `null` takes it away. */
export const writeMarker = async (marker: object | null): Promise<void> => {
  const text = JSON.stringify(marker)
  try {
    if (marker === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Storage is switched off: the database may still be allowed.
  }
  try {
    if (marker === null) await caches.delete(key)
    else await (await caches.open(key)).put(path, new Response(text))
  } catch {
    // No such storage without https, or no room in it.
  }
}

const readSmall = (): unknown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as unknown
  } catch {
    return null
  }
}

const readCached = async (): Promise<unknown> => {
  try {
    // Opening it would make it anew.
    if (!(await caches.has(key))) return null
    return (await (await (await caches.open(key)).match(path))?.json()) ?? null
  } catch {
    return null
  }
}
