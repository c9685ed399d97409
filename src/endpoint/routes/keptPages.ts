/** Pages as they go out, kept in memory while there is room. The key must say what is in them. */
export type KeptPages = { page(key: string, make: () => Uint8Array): Uint8Array }

/** At most `mostBytes` of them; the one asked for longest ago goes first. */
export const keptPages = (mostBytes: number): KeptPages => {
  const pages = new Map<string, Uint8Array>()
  let bytes = 0
  return {
    page: (key, make) => {
      const page = pages.get(key) ?? make()
      bytes += pages.delete(key) ? 0 : page.length
      pages.set(key, page)
      for (const [oldest, { length }] of pages) {
        if (bytes <= mostBytes || oldest === key) break
        pages.delete(oldest)
        bytes -= length
      }
      return page
    },
  }
}
