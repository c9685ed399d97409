/** What a map is painted with: the tokens of map.css as they stand now, light or dark. */
export type MapColours = { [Name in (typeof names)[number]]: string }

const names = [
  'earth',
  'wood',
  'field',
  'scrub',
  'settled',
  'sand',
  'rock',
  'water',
  'stream',
  'road',
  'casing',
  'path',
  'rail',
  'building',
  'boundary',
  'area',
  'ink',
  'soft',
  'water-ink',
  'halo',
] as const

export const mapColours = (element: Element): MapColours => {
  const style = getComputedStyle(element)
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--map-${name}`).trim()])) as MapColours
}
