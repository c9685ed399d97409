import type { MapPack } from '../../domain/maps/mapPack.ts'

/** `got`: bytes that are durable here: an interrupted pack goes on from there. */
export type PackState = { at: 'partial'; got: number } | { at: 'whole'; ms: number }

/**
 * A map pack on this phone. A newer one of the same id comes beside the older, which stays until the newer is whole
 * [L7]. `file` names its bytes: a file of that name (`opfs`), or rows of `packBytes`. `from`: who gave it.
 */
export type PackRow = {
  file: string
  id: string
  pack: MapPack
  from: 'endpoint' | 'file'
  kept: 'opfs' | 'rows'
  state: PackState
}

/** A piece of a pack's bytes from that offset on, at most 256 KB, as an ArrayBuffer: WebKit loses Blobs. */
export type PackPiece = { file: string; from: number; bytes: ArrayBuffer }

export const pieceRowBytes = 256 * 1024
