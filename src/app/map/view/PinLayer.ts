import L from 'leaflet'
import type { PinOf } from '../../../domain/map/clusterPoints.ts'
import type { ClusterIndex, Standing } from './clusterIndex.ts'
import { clusterIcon, drawingOf, pinIcon } from './pinIcon.ts'

export type PinsHeard = {
  /** A house was tapped. */
  choose(id: string): void
  /** Several stand at one place and can't be told apart there. */
  several(ids: string[]): void
  /** A number as it is read. */
  count(number: number): string
}

/** So much beyond each edge is drawn too, as a part of the view: a short drag shows no gap. */
const beyond = 0.25

/** The houses in view as markers: those that stay in view stay as they are, whatever comes and goes. */
export class PinLayer extends L.LayerGroup {
  private readonly drawings: HTMLElement
  private readonly heard: PinsHeard
  private index: ClusterIndex | null = null
  private chosen: (PinOf & { lat: number; lon: number }) | null = null
  private readonly markers = new Map<string, L.Marker>()

  constructor(drawings: HTMLElement, heard: PinsHeard) {
    super()
    this.drawings = drawings
    this.heard = heard
  }

  override onAdd(map: L.Map): this {
    super.onAdd(map)
    map.on('moveend', this.look, this)
    this.look()
    return this
  }

  override onRemove(map: L.Map): this {
    map.off('moveend', this.look, this)
    return super.onRemove(map)
  }

  show(index: ClusterIndex | null): void {
    this.index = index
    // Numbers of clusters mean others now.
    for (const key of [...this.markers.keys()]) this.take(key)
    this.look()
  }

  /** One house that stands out, and in front, whatever it is gathered with. */
  choose(chosen: (PinOf & { lat: number; lon: number }) | null): void {
    if (this.chosen !== null) this.take(`chosen ${this.chosen.id}`)
    this.chosen = chosen
    this.look()
  }

  private look(): void {
    if (this._map === null || this._map === undefined) return
    const bounds = this._map.getBounds().pad(beyond)
    const view = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const
    const standing = this.index?.in(view, Math.round(this._map.getZoom())) ?? []
    const keys = new Set(standing.map(({ key }) => key))
    for (const key of [...this.markers.keys()]) if (!keys.has(key) && !key.startsWith('chosen ')) this.take(key)
    for (const one of standing) if (!this.markers.has(one.key)) this.put(one.key, this.markerOf(one))
    const { chosen } = this
    if (chosen === null || this.markers.has(`chosen ${chosen.id}`)) return
    const icon = pinIcon(this.drawing(chosen), true)
    this.put(`chosen ${chosen.id}`, marker(chosen, icon, 10_000))
  }

  private markerOf(standing: Standing): L.Marker {
    if ('one' in standing) {
      const made = marker(standing, pinIcon(this.drawing(standing.one), false), 0)
      return made.on('click', () => this.heard.choose(standing.one.id))
    }
    const { count, parts } = standing
    const made = marker(standing, clusterIcon(count, this.heard.count(count)), 1_000)
    return made.on('click', () => {
      if (parts === null) this.heard.several(standing.ids())
      else this._map.setView([standing.lat, standing.lon], Math.min(parts, this._map.getMaxZoom()))
    })
  }

  private put(key: string, made: L.Marker): void {
    this.markers.set(key, made)
    this.addLayer(made)
  }

  private take(key: string): void {
    const there = this.markers.get(key)
    this.markers.delete(key)
    if (there !== undefined) this.removeLayer(there)
  }

  private drawing(pin: PinOf): Node {
    const drawn = this.drawings.querySelector(`[data-drawing="${drawingOf(pin)}"] > svg`)
    return drawn?.cloneNode(true) ?? document.createElement('span')
  }
}

const marker = ({ lat, lon }: { lat: number; lon: number }, icon: L.DivIcon, zIndexOffset: number): L.Marker =>
  // By keys and by ear one goes through the list beside the map.
  L.marker([lat, lon], { icon, zIndexOffset, keyboard: false, alt: '' })
