import L from 'leaflet'

export type HereOnMap = { lat: number; lon: number; accuracy: number; heading: number | null }

const side = 48

/** One's own place: a dot, the circle that it surely lies in, and a beam where one looks. */
export class HereLayer extends L.LayerGroup {
  private readonly beam = beamOf()
  private readonly dot: L.Marker
  private readonly circle: L.Circle

  constructor() {
    super()
    const icon = L.divIcon({ html: this.beam as unknown as HTMLElement, className: 'here-dot', iconSize: [side, side] })
    this.dot = L.marker([0, 0], { icon, interactive: false, keyboard: false, zIndexOffset: 5_000 })
    this.circle = L.circle([0, 0], { radius: 1, interactive: false, className: 'here-circle' })
  }

  show(here: HereOnMap | null): void {
    if (here === null) {
      this.clearLayers()
      return
    }
    this.circle.setLatLng([here.lat, here.lon]).setRadius(here.accuracy)
    this.dot.setLatLng([here.lat, here.lon])
    this.beam.style.visibility = here.heading === null ? 'hidden' : 'visible'
    this.beam.style.transform = `rotate(${here.heading ?? 0}deg)`
    if (!this.hasLayer(this.dot)) this.addLayer(this.circle).addLayer(this.dot)
  }
}

const beamOf = (): SVGSVGElement => {
  const beam = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  beam.setAttribute('viewBox', '0 0 48 48')
  beam.setAttribute('class', 'here-beam')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', 'M24 24 12 3a24 24 0 0 1 24 0Z')
  beam.append(path)
  return beam
}
