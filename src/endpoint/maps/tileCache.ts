import type { TileBytes } from './fetchTile.ts'

/** Tiles in memory, by their address; what was asked for longest ago goes first. */
export type TileCache = { find(address: string): TileBytes | null; keep(address: string, tile: TileBytes): void }

/** `mostBytes`: of all pictures together. A tile older than `keptMs` is asked for anew: maps are mended. */
export const openTileCache = (mostBytes: number, keptMs: number, now: () => number): TileCache => {
  const kept = new Map<string, TileBytes & { fromMs: number }>()
  let total = 0
  const drop = (address: string) => {
    total -= kept.get(address)?.bytes.length ?? 0
    kept.delete(address)
  }
  return {
    find: (address) => {
      const tile = kept.get(address)
      if (tile === undefined) return null
      kept.delete(address)
      kept.set(address, tile)
      if (now() - tile.fromMs < keptMs) return tile
      drop(address)
      return null
    },
    keep: (address, { bytes, mime }) => {
      drop(address)
      kept.set(address, { bytes, mime, fromMs: now() })
      total += bytes.length
      for (const oldest of kept.keys()) {
        if (total <= mostBytes) return
        drop(oldest)
      }
    },
  }
}
