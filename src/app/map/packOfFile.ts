import type { MapPack } from '../../domain/maps/mapPack.ts'
import type { FileFacts } from './factsOfFile.ts'

/** Which pack a file turned out to be. `known`: by its hash it is one that the endpoint offers. */
export type PackOfFile = { at: 'pack'; pack: MapPack; known: boolean } | { at: 'wrong-hash' }

/** Judged by what the endpoint last offered, as far as this phone has heard. */
export const packOfFile = (
  facts: FileFacts,
  bytes: number,
  sha256: string,
  books: readonly string[],
  offered: readonly MapPack[],
): PackOfFile => {
  // CASE 1: the very bytes that the endpoint offers: its word counts for title, books and maker.
  const same = offered.find((pack) => pack.sha256 === sha256)
  if (same !== undefined) return { at: 'pack', pack: same, known: true }
  // CASE 2: as long as one of those, of the same area and zooms, and yet not its bytes: a copy that was damaged.
  if (offered.some((pack) => pack.bytes === bytes && isAlike(pack, facts))) return { at: 'wrong-hash' }
  // CASE 3: a map from elsewhere, or of another time. It never takes the place of one that the endpoint offers.
  const id = `file-${sha256.slice(0, 12)}`
  return { at: 'pack', pack: { ...facts, id, books: [...books], bytes, sha256 }, known: false }
}

const isAlike = (pack: MapPack, { minzoom, maxzoom, bounds }: FileFacts): boolean =>
  pack.minzoom === minzoom &&
  pack.maxzoom === maxzoom &&
  pack.bounds.every((degrees, at) => Math.abs(degrees - (bounds[at] as number)) < 1e-6)
