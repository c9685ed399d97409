import { open, rm } from 'node:fs/promises'
import { PMTiles } from 'pmtiles'
import { assemblePack, type PackFacts } from '../../../../src/endpoint/map-packs/assemblePack.ts'
import { fileDoor } from '../../../../src/endpoint/map-packs/sources/fileDoor.ts'
import { librarySource } from '../../../../src/endpoint/map-packs/sources/packSource.ts'
import { tileStore } from '../../../../src/endpoint/map-packs/tileStore.ts'

const facts: PackFacts = {
  title: 'Thử',
  attribution: '© A',
  kind: 'mvt',
  bounds: [103.8, 19.1, 104.6, 19.8],
  vectorLayers: [{ id: 'places', fields: { name: 'String' } }],
}

/** A pack by our own writer, of tiles (kept forms) by their ids in any order. */
export const aPack = async (path: string, tiles: ReadonlyMap<number, Uint8Array>, other: Partial<PackFacts> = {}) => {
  const file = await open(`${path}.tiles`, 'w+')
  const store = tileStore(file, tiles.size)
  for (const [id, bytes] of [...tiles].sort(([a], [b]) => a - b)) await store.add(id, bytes)
  const stored = await store.finish()
  await rm(path, { force: true })
  const assembled = await assemblePack(path, file, stored, { ...facts, ...other })
  await file.close()
  return { ...assembled, stored }
}

/** The reader that phones use, with its own unpacking, over a file. */
export const readerOf = (path: string): { pack: PMTiles; close(): Promise<void> } => {
  const door = fileDoor(path)
  return { pack: new PMTiles(librarySource(door)), close: () => door.close() }
}
