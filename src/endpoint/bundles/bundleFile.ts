import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { type BundleHeader, mostPrefixBytes, readBundlePrefix } from '../../wire/bundle/header.ts'
import { bundleLimits, sealedFrameBytes, trailerBytes } from '../../wire/bundle/layout.ts'
import { BundleRefused } from './bundleRefused.ts'

/** A sealed file whose bytes are those that were written; who wrote them is not known yet. */
export type BundleFile = {
  readonly header: BundleHeader
  readonly prefix: Uint8Array<ArrayBuffer>
  /** Hex; over the prefix's and each frame's hash. */
  readonly digest: string
  /** By the author's device, base64url. */
  readonly signature: string
  /** The frames as they are sealed, one at a time. */
  frames(): AsyncGenerator<{ sealed: Buffer; frame: number; last: boolean }>
}

/** Opens a bundle's file and holds it against its digest: cut off, or a bit flipped, it is refused here. */
export const readBundleFile = async <T>(path: string, act: (file: BundleFile) => Promise<T>): Promise<T> => {
  const handle = await open(path, 'r')
  try {
    return await act(await checked(handle))
  } finally {
    await handle.close()
  }
}

const checked = async (handle: FileHandle): Promise<BundleFile> => {
  const { size } = await handle.stat()
  const begun = readBundlePrefix(await bytesAt(handle, 0, Math.min(size, mostPrefixBytes)))
  if (begun === null) throw new BundleRefused('not-a-bundle')
  const { header, prefix } = begun
  const end = size - trailerBytes
  // The least there can be: one frame with the length of the entries and its tag.
  if (end < prefix.length + bundleLimits.tagBytes + 4) throw new BundleRefused('bundle-damaged')
  const frames = () => framesOf(handle, prefix.length, end)
  const hashes = createHash('sha256').update(hashed(prefix))
  for await (const { sealed } of frames()) hashes.update(hashed(sealed))
  const digest = hashes.digest()
  const trailer = await bytesAt(handle, end, trailerBytes)
  if (!digest.equals(trailer.subarray(0, bundleLimits.digestBytes))) throw new BundleRefused('bundle-damaged')
  const signature = trailer.subarray(bundleLimits.digestBytes).toString('base64url')
  return { header, prefix, digest: digest.toString('hex'), signature, frames }
}

const hashed = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

async function* framesOf(handle: FileHandle, begin: number, end: number) {
  for (let at = begin, frame = 0; at < end; frame += 1) {
    const length = Math.min(sealedFrameBytes, end - at)
    yield { sealed: await bytesAt(handle, at, length), frame, last: at + length === end }
    at += length
  }
}

const bytesAt = async (handle: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
