import L from 'leaflet'
import type { OnlineMap } from '../../../domain/maps/onlineMap.ts'
import type { OnlineTile, TileOnNet } from '../onlineTile.ts'
import { tileLine } from './tileLine.ts'

export type OnlineOnMap = OnlineMap & { tile(place: TileOnNet, signal: AbortSignal): Promise<OnlineTile> }

/** `missed`: some tile in sight did not come. `came`: all that there are did. */
export type OnlineSeen = 'nothing' | 'came' | 'missed'

const mostAtOnce = 4

/**
 * The map on the net: above the ground of packs, below houses. Its tiles are asked for once a movement has ended, while
 * somebody looks, and are gone with it; a tile that does not come leaves what lies below in sight.
 */
export class OnlineLayer extends L.GridLayer {
  private readonly online: OnlineOnMap
  private readonly told: (seen: OnlineSeen) => void
  private readonly line = tileLine(mostAtOnce, () => document.visibilityState === 'visible')
  private readonly leaving = new Map<HTMLElement, AbortController>()
  private readonly missed = new Map<HTMLCanvasElement, L.Coords>()
  private readonly painted = new Set<HTMLElement>()
  private seen: OnlineSeen = 'nothing'

  constructor(online: OnlineOnMap, told: (seen: OnlineSeen) => void) {
    super({
      keepBuffer: 1,
      maxZoom: 18,
      minZoom: online.minzoom,
      maxNativeZoom: Math.min(online.maxzoom, 18),
      updateWhenIdle: true,
      updateWhenZooming: false,
      zIndex: 2,
      className: 'online-map',
    })
    this.online = online
    this.told = told
    this.on('tileunload', ({ tile }) => this.leave(tile))
  }

  override onAdd(map: L.Map): this {
    super.onAdd(map)
    map.on('moveend', this.again, this)
    addEventListener('online', this.again)
    document.addEventListener('visibilitychange', this.line.goOn)
    return this
  }

  override onRemove(map: L.Map): this {
    map.off('moveend', this.again, this)
    removeEventListener('online', this.again)
    document.removeEventListener('visibilitychange', this.line.goOn)
    super.onRemove(map)
    return this
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas')
    this.bring(coords, canvas, () => done(undefined, canvas))
    return canvas
  }

  private bring(coords: L.Coords, canvas: HTMLCanvasElement, done: () => void): void {
    this.leaving.get(canvas)?.abort()
    const gone = new AbortController()
    this.leaving.set(canvas, gone)
    this.line.join(async () => {
      const drawn = await this.draw(coords, canvas, gone.signal)
      // Another one may stand in its place by now.
      if (gone.signal.aborted) return
      if (drawn) this.missed.delete(canvas)
      else this.missed.set(canvas, coords)
      done()
      this.tell()
    }, gone.signal)
  }

  /** False: it did not come. */
  private async draw({ z, x, y }: L.Coords, canvas: HTMLCanvasElement, signal: AbortSignal): Promise<boolean> {
    try {
      const tile = await this.online.tile({ z, x, y }, signal)
      if (tile.at !== 'picture') return tile.at === 'none'
      const picture = await createImageBitmap(new Blob([tile.bytes]))
      canvas.width = picture.width
      canvas.height = picture.height
      canvas.getContext('2d')?.drawImage(picture, 0, 0)
      picture.close()
      this.painted.add(canvas)
      return true
    } catch (error) {
      console.error(error)
      return false
    }
  }

  private leave(tile: HTMLElement): void {
    this.leaving.get(tile)?.abort()
    this.leaving.delete(tile)
    this.missed.delete(tile as HTMLCanvasElement)
    this.painted.delete(tile)
  }

  /** What did not come is asked for once more, after each movement and when the phone says that it has a network. */
  private readonly again = (): void => {
    for (const [canvas, coords] of this.missed) this.bring(coords, canvas, () => undefined)
  }

  private tell(): void {
    const seen = this.missed.size > 0 ? 'missed' : this.painted.size > 0 ? 'came' : 'nothing'
    if (seen === this.seen) return
    this.seen = seen
    this.told(seen)
  }
}
