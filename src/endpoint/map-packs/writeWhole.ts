import type { FileHandle } from 'node:fs/promises'

/** Writes all of these bytes: a disk that is nearly full takes some of them and says so only at the next call. */
export const writeWhole = async (
  file: FileHandle,
  bytes: Uint8Array,
  position: number | null = null,
): Promise<void> => {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at, position === null ? null : position + at)
    at += bytesWritten
  }
}
