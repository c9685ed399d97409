/** Pages made before, kept in memory while there is room. */
export type KeptPages<Page> = { page(key: string, make: () => Promise<Page>): Promise<Page> }

/**
 * At most `mostBytes` of them and the last one; the one asked for longest ago goes first. `bytesOf` says what each weighs,
 * or null where it must not be kept.
 */
export const keptPages = <Page>(mostBytes: number, bytesOf: (page: Page) => number | null): KeptPages<Page> => {
  const pages = new Map<string, Page>()
  let bytes = 0
  return {
    page: async (key, make) => {
      const before = pages.get(key)
      const page = before ?? (await make())
      // Taken out and put back: it is the youngest now, whoever else made it meanwhile.
      const weight = bytesOf(page)
      if (weight === null) return page
      const same = pages.get(key)
      if (same !== undefined) bytes -= bytesOf(same) ?? 0
      pages.delete(key)
      pages.set(key, page)
      bytes += weight
      for (const [oldest, old] of pages) {
        if (bytes <= mostBytes || oldest === key) break
        pages.delete(oldest)
        bytes -= bytesOf(old) ?? 0
      }
      return page
    },
  }
}
