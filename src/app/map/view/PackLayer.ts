import L from 'leaflet'
import { Labelers, type PreparedTile, paint } from 'protomaps-leaflet'
import { type Bounds, holds } from '../../../domain/map/bounds.ts'
import { packsForView } from '../../../domain/map/packsForView.ts'
import type { PackToPaint } from './packToPaint.ts'
import { type RasterTile, rasterTile } from './rasterTile.ts'

type Painted = { pack: PackToPaint; vector: PreparedTile | null; raster: RasterTile | null }

/** More pixels than these cost a cheap phone more memory than its eye gains. */
const mostPixelRatio = 2
/** Names reach into the tile beside by so many px. */
const overlap = 16
/** Of so many data tiles each pack's names are remembered. */
const namedTiles = 32

/**
 * The packs, several together, painted on one canvas a tile: the wide ones first, the finer on top, all names last. Each
 * tile is painted in a task of its own, so that a finger is never waited for.
 */
export class PackLayer extends L.GridLayer {
  private readonly packs: readonly PackToPaint[]
  private readonly labelers: Labelers
  private readonly ratio = Math.min(devicePixelRatio || 1, mostPixelRatio)
  private readonly scratch: CanvasRenderingContext2D
  private turn: Promise<void>

  /** `ready`: what must be there before names are measured. */
  constructor(packs: readonly PackToPaint[], ready: Promise<unknown>) {
    super({ keepBuffer: 1, maxZoom: 18, updateWhenZooming: false })
    this.packs = packs
    this.turn = ready.then(
      () => undefined,
      () => undefined,
    )
    this.scratch = contextOf(document.createElement('canvas'))
    // The finest pack's names stand first: the same name of a wider pack finds its place taken.
    const labels = packsForView(packs.map(covering), whole)
      .reverse()
      .flatMap(({ open }) => open.labels)
    this.labelers = new Labelers(this.scratch, labels, namedTiles, (keys) => this.paintAgain(keys))
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas')
    canvas.width = 256 * this.ratio
    canvas.height = 256 * this.ratio
    this.draw(coords, canvas).then(
      () => done(undefined, canvas),
      (error: unknown) => {
        console.error(error)
        done(undefined, canvas)
      },
    )
    return canvas
  }

  private async draw(coords: L.Coords, canvas: HTMLCanvasElement): Promise<void> {
    const packs = packsForView(this.packs.map(covering), boundsOfTile(coords))
    if (packs.length === 0) return
    const read = await Promise.all(packs.map(({ open }) => this.read(open, coords)))
    await this.ownTask()
    // Out of sight meanwhile: nobody sees what would be painted.
    if (canvas.isConnected) this.paint(coords, canvas, withoutHidden(read, coords))
    for (const { raster } of read) raster?.picture.close()
  }

  private async read(pack: PackToPaint, coords: L.Coords): Promise<Painted> {
    try {
      if (pack.pack.type === 'raster')
        return { pack, vector: null, raster: await rasterTile(pack.tiles, coords, pack.pack.maxzoom) }
      return { pack, vector: await pack.view.getDisplayTile(coords), raster: null }
    } catch (error) {
      // One pack that can't be read leaves the others on the map.
      console.error(error)
      return { pack, vector: null, raster: null }
    }
  }

  private paint(coords: L.Coords, canvas: HTMLCanvasElement, painted: readonly Painted[]): void {
    const context = contextOf(canvas)
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0)
    context.clearRect(0, 0, 256, 256)
    const origin = { x: 256 * coords.x, y: 256 * coords.y } as Parameters<typeof paint>[6]
    const box = {
      minX: origin.x - overlap,
      minY: origin.y - overlap,
      maxX: origin.x + 256 + overlap,
      maxY: origin.y + 256 + overlap,
    }
    const vectors = new Map<string, PreparedTile[]>()
    for (const { pack, vector } of painted) if (vector !== null) vectors.set(pack.pack.id, [vector])
    this.labelers.add(coords.z, vectors)
    for (const { pack, raster } of painted) {
      if (raster !== null) {
        const { picture, x, y, side } = raster
        context.drawImage(picture, x, y, side, side, 0, 0, 256, 256)
      } else paint(context, coords.z, vectors, null, pack.paints, box, origin, false)
    }
    paint(context, coords.z, vectors, this.labelers.getIndex(coords.z) ?? null, [], box, origin, false)
  }

  /** Behind every tile that came before, and never in the same task. */
  private ownTask(): Promise<void> {
    this.turn = this.turn.then(() => new Promise((next) => setTimeout(next)))
    return this.turn
  }

  /** A name that a new tile brought reaches into tiles that were painted before. */
  private paintAgain(keys: ReadonlySet<string>): void {
    for (const { el, coords } of Object.values(this._tiles)) {
      if (keys.has(keyOf(coords)))
        this.draw(coords, el as HTMLCanvasElement).catch((error: unknown) => console.error(error))
    }
  }
}

const whole: Bounds = [-180, -90, 180, 90]

const covering = (open: PackToPaint) => ({ ...open.pack, open })

/** As the painter names a tile. */
const keyOf = ({ x, y, z }: L.Coords): string => `${x}:${y}:${z}`

const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('this browser draws nothing')
  return context
}

/** What lies below a pack that has ground all over the tile is not seen, nor are its names. */
const withoutHidden = (painted: readonly Painted[], coords: L.Coords): readonly Painted[] => {
  const tile = boundsOfTile(coords)
  const top = painted.findLastIndex(
    ({ pack, vector }) => holds(pack.pack.bounds, tile) && (vector?.data.get('earth')?.length ?? 0) > 0,
  )
  return painted.slice(Math.max(0, top))
}

const boundsOfTile = ({ x, y, z }: L.Coords): Bounds => {
  const lon = (column: number) => (column / 2 ** z) * 360 - 180
  const lat = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI
  return [lon(x), lat(y + 1), lon(x + 1), lat(y)]
}
