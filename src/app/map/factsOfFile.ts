import { headerBytes, type PackHeader, readPackHeader } from '../../domain/maps/packHeader.ts'
import type { PackRefusal } from '../../domain/maps/packRefusal.ts'
import { plainText } from '../../domain/maps/plainText.ts'

/** What a file says of itself, read from its head alone. */
export type FileFacts = Pick<PackHeader, 'type' | 'minzoom' | 'maxzoom' | 'bounds'> & {
  title: string
  attribution: string
}

export type ReadFacts = { ok: true; facts: FileFacts } | { ok: false; code: PackRefusal }

export const factsOfFile = async (file: File): Promise<ReadFacts> => {
  const head = await bytesOf(file.slice(0, headerBytes))
  if (head === null) return { ok: false, code: 'unreadable' }
  const read = readPackHeader(head, file.size)
  if (!read.ok) return read
  const { metadata, gzipped, ...facts } = read.header
  const said = metadata.bytes > mostMetadataBytes ? {} : await metadataOf(file, metadata.at, metadata.bytes, gzipped)
  const title = textOf(said.name) || file.name.replace(/\.pmtiles$/i, '') || file.name
  return { ok: true, facts: { ...facts, title: title.slice(0, 200), attribution: textOf(said.attribution) } }
}

/** Null where it can't be read: the card was taken out, the file is gone. */
export const bytesOf = (part: Blob): Promise<Uint8Array<ArrayBuffer> | null> =>
  part.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  )

const mostMetadataBytes = 4_000_000

/** What can't be read of it names nobody; the map may be whole all the same. */
const metadataOf = async (
  file: File,
  at: number,
  bytes: number,
  gzipped: boolean,
): Promise<{ name?: unknown; attribution?: unknown }> => {
  const part = file.slice(at, at + bytes)
  const stream = gzipped ? part.stream().pipeThrough(new DecompressionStream('gzip')) : part.stream()
  try {
    return ((await new Response(stream).json()) as object | null) ?? {}
  } catch {
    return {}
  }
}

const textOf = (said: unknown): string => (typeof said === 'string' ? plainText(said) : '')
