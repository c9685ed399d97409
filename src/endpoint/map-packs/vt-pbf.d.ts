/** Of vt-pbf 3, which has no types of its own, what is used here. */
declare module 'vt-pbf' {
  import type { LegacyTile } from 'geojson-vt'

  const vtPbf: {
    fromGeojsonVt(
      layers: { readonly [layer: string]: LegacyTile },
      options: { version: 1 | 2; extent: number },
    ): Uint8Array
  }
  export default vtPbf
}
