import { zxyToTileId } from 'pmtiles'

export type PackMade = {
  bytes: Uint8Array<ArrayBuffer>
  /** What each tile holds, by `z/x/y`. */
  tiles: ReadonlyMap<string, Uint8Array>
}

export type PackWish = {
  /** Zooms 0 to this one, whole: 4^z tiles at each. */
  maxzoom?: number
  /** Bytes of one tile, about. */
  tileBytes?: number
  bounds?: [number, number, number, number]
  compression?: number
  type?: number
  metadata?: object
}

/** Around Keng Đu and Mỹ Lý. */
export const kySon: [number, number, number, number] = [103.8, 19.1, 104.5, 19.8]

/** A whole PMTiles 3 file of random tiles, the same for the same seed: pictures, unpacked, unless it says otherwise. */
export const aPack = (seed: number, wish: PackWish = {}): PackMade => {
  const { maxzoom = 2, tileBytes = 30_000, bounds = kySon, compression = 1, type = 2, metadata = {} } = wish
  const random = numbers(seed)
  const tiles = new Map<string, Uint8Array>()
  for (let z = 0; z <= maxzoom; z += 1)
    for (let x = 0; x < 2 ** z; x += 1)
      for (let y = 0; y < 2 ** z; y += 1)
        tiles.set(`${z}/${x}/${y}`, randomBytes(random, 1 + Math.floor(tileBytes * (0.5 + random()))))
  const sorted = [...tiles]
    .map(([name, bytes]) => ({ id: zxyToTileId(...(name.split('/').map(Number) as [number, number, number])), bytes }))
    .sort((a, b) => a.id - b.id)
  const root = directory(sorted)
  const said = new TextEncoder().encode(JSON.stringify(metadata))
  const parts = [new Uint8Array(127), root, said, ...sorted.map(({ bytes }) => bytes)]
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  writeHeader(whole, {
    root: root.length,
    metadata: said.length,
    tiles: sorted.length,
    compression,
    type,
    maxzoom,
    bounds,
  })
  return { bytes: whole, tiles }
}

type Head = {
  root: number
  metadata: number
  tiles: number
  compression: number
  type: number
  maxzoom: number
  bounds: [number, number, number, number]
}

const writeHeader = (whole: Uint8Array<ArrayBuffer>, { root, metadata, tiles, bounds, ...head }: Head): void => {
  const view = new DataView(whole.buffer)
  whole.set(new TextEncoder().encode('PMTiles'))
  view.setUint8(7, 3)
  const tilesAt = 127 + root + metadata
  const lengths = [127, root, 127 + root, metadata, tilesAt, 0, tilesAt, whole.length - tilesAt, tiles, tiles, tiles]
  for (const [at, value] of lengths.entries()) view.setBigUint64(8 + at * 8, BigInt(value), true)
  for (const [at, value] of [1, 1, head.compression, head.type, 0, head.maxzoom].entries())
    view.setUint8(96 + at, value)
  for (const [at, degrees] of bounds.entries()) view.setInt32(102 + at * 4, Math.round(degrees * 1e7), true)
}

const directory = (tiles: readonly { id: number; bytes: Uint8Array }[]): Uint8Array => {
  const out: number[] = []
  varint(out, tiles.length)
  for (const [at, { id }] of tiles.entries()) varint(out, id - (tiles[at - 1]?.id ?? 0))
  for (const _ of tiles) varint(out, 1)
  for (const { bytes } of tiles) varint(out, bytes.length)
  // 0: right behind the one before.
  for (const at of tiles.keys()) varint(out, at === 0 ? 1 : 0)
  return Uint8Array.from(out)
}

const varint = (out: number[], value: number): void => {
  let left = value
  while (left >= 128) {
    out.push((left % 128) + 128)
    left = Math.floor(left / 128)
  }
  out.push(left)
}

/** 0 ≤ number < 1, the same for the same seed. */
export const numbers = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const randomBytes = (random: () => number, length: number): Uint8Array => {
  const bytes = new Uint8Array(length)
  const words = new Uint32Array(bytes.buffer, 0, length >> 2)
  for (let at = 0; at < words.length; at += 1) words[at] = random() * 4_294_967_296
  return bytes
}
