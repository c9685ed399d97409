/**
 * A directory's entries in typed arrays, 24 bytes each: from tile `ids[i]` on, `runs[i]` tiles have the same `lengths[i]`
 * bytes at `offsets[i]`; a run of 0 points to a leaf directory.
 */
export type EntryList = {
  length: number
  ids: Float64Array
  runs: Uint32Array
  offsets: Float64Array
  lengths: Uint32Array
}

export const emptyEntryList = (room = 1024): EntryList => ({
  length: 0,
  ids: new Float64Array(room),
  runs: new Uint32Array(room),
  offsets: new Float64Array(room),
  lengths: new Uint32Array(room),
})

/** Adds one behind the last, making room where there is none. */
export const pushEntry = (list: EntryList, id: number, run: number, offset: number, length: number): void => {
  if (list.length === list.ids.length) grow(list)
  const at = list.length
  list.ids[at] = id
  list.runs[at] = run
  list.offsets[at] = offset
  list.lengths[at] = length
  list.length += 1
}

const grow = (list: EntryList): void => {
  const room = Math.max(1024, Math.ceil(list.ids.length * 1.5))
  list.ids = larger(new Float64Array(room), list.ids)
  list.runs = larger(new Uint32Array(room), list.runs)
  list.offsets = larger(new Float64Array(room), list.offsets)
  list.lengths = larger(new Uint32Array(room), list.lengths)
}

const larger = <T extends Float64Array | Uint32Array>(made: T, from: T): T => {
  made.set(from)
  return made
}
