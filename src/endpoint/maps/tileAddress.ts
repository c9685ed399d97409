/** Where a tile stands: its zoom, its column from the west, its row from the north. */
export type TilePlace = { z: number; x: number; y: number }

/** The address of a tile: `{z}`, `{x}` and `{y}` of the template filled in. */
export const tileAddress = (template: string, { z, x, y }: TilePlace): string =>
  template.replaceAll('{z}', String(z)).replaceAll('{x}', String(x)).replaceAll('{y}', String(y))

/** This machine's own: there http goes over no line. */
const ownHosts = ['localhost', '127.0.0.1']

/** What is wrong with an address of tiles, for the office to read; null: nothing. The address itself, which may hold a key, is never said. */
export const addressFault = (template: string): string | null => {
  const missing = ['{z}', '{x}', '{y}'].filter((blank) => !template.includes(blank))
  if (missing.length > 0) return `it lacks ${missing.join(', ')}`
  const filled = urlOf(tileAddress(template, { z: 1, x: 1, y: 1 }))
  const other = urlOf(tileAddress(template, { z: 2, x: 2, y: 2 }))
  if (filled === null || other === null) return 'it is no address'
  if (/[{}]|%7[bd]/i.test(filled.href)) return 'it has a blank other than {z}, {x}, {y}'
  if (filled.origin !== other.origin) return 'its host must stand without blanks'
  if (filled.username !== '' || filled.password !== '') return 'it must hold no user and no password'
  if (filled.hash !== '') return 'what stands behind # is never asked'
  if (filled.protocol === 'https:') return null
  if (filled.protocol === 'http:' && ownHosts.includes(filled.hostname)) return null
  return 'it must begin with https://'
}

const urlOf = (text: string): URL | null => {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
