/** Held free for what is recorded: about twenty visits with photos. A map can be fetched again, a visit can't. */
const keptFreeBytes = 20_000_000

/** Whether so many bytes of a map may still be written; `freeBytes` null: the browser doesn't say, so it is tried. */
export const hasRoomForPack = (freeBytes: number | null, wantedBytes: number): boolean =>
  freeBytes === null || freeBytes - wantedBytes >= keptFreeBytes
