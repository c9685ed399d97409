import { type EntryList, emptyEntryList, pushEntry } from './entryList.ts'
import { writeDirectory } from './writeDirectory.ts'

/** Header and root directory together fit into the first 16 KiB, which every reader fetches first. */
export const mostRootBytes = 16_384 - 127

export type Directories = { readonly root: Uint8Array; readonly leaves: readonly Uint8Array[] }

/**
 * All entries as a root directory of at most `mostRootBytes` packed, where need be with leaves of equal length below it:
 * longer ones until the root fits.
 */
export const splitDirectory = (entries: EntryList, leafLength = 4096): Directories => {
  // An entry takes more than half a byte packed: longer ones are not even tried.
  if (entries.length < 2 * mostRootBytes) {
    const root = writeDirectory(entries, 0, entries.length)
    if (root.length <= mostRootBytes) return { root, leaves: [] }
  }
  for (let length = leafLength; ; length *= 2) {
    const split = withLeaves(entries, length)
    if (split.root.length <= mostRootBytes) return split
  }
}

const withLeaves = (entries: EntryList, leafLength: number): Directories => {
  const pointers = emptyEntryList(Math.ceil(entries.length / leafLength))
  const leaves: Uint8Array[] = []
  let offset = 0
  for (let from = 0; from < entries.length; from += leafLength) {
    const leaf = writeDirectory(entries, from, Math.min(from + leafLength, entries.length))
    pushEntry(pointers, entries.ids[from]!, 0, offset, leaf.length)
    leaves.push(leaf)
    offset += leaf.length
  }
  return { root: writeDirectory(pointers, 0, pointers.length), leaves }
}
