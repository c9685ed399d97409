import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { bookId } from '../../wire/shapes.ts'
import { everywhere } from './area/area.ts'
import { bboxArea } from './area/bboxArea.ts'
import { readAreaFile } from './area/readAreaFile.ts'
import type { PackWish } from './makePack.ts'
import { PackRefused } from './packRefused.ts'

const usage = `npm run map-pack -- --from FILE.mbtiles | FILE.pmtiles | http(s)://….pmtiles | A.geojson B.geojson …
  [--bbox W,S,E,N | --area FILE.geojson] [--minzoom N] [--maxzoom N]
  --title T --books ID,ID --out FILE.pmtiles [--attribution TEXT]`

export type PackCommand = PackWish & { readonly from: readonly string[]; readonly out: string }

const mostZoom = 22

/** What the words of a command line wish for; refused in words where they make no sense. */
export const packCommand = (words: readonly string[]): PackCommand => {
  const { values, positionals } = parsed(words)
  const needed = (name: 'title' | 'books' | 'out'): string => {
    const value = values[name]?.trim()
    if (!value) throw new PackRefused('usage', { why: `--${name} is missing.\n${usage}` })
    return value
  }
  const from = [...(values.from ?? []), ...positionals]
  if (from.length === 0) throw new PackRefused('usage', { why: `--from is missing.\n${usage}` })
  if (values.bbox !== undefined && values.area !== undefined)
    throw new PackRefused('usage', { why: `--bbox or --area, not both.\n${usage}` })
  const [out, title] = [needed('out'), needed('title')]
  const id = /^([a-z0-9-]{1,60})\.pmtiles$/.exec(basename(out))?.[1]
  if (id === undefined) throw new PackRefused('bad-out', { file: out })
  // By that name the office configures a map on the net.
  if (id === 'online') throw new PackRefused('taken-out', { file: out })
  if (title.length > 200) throw new PackRefused('usage', { why: '--title is longer than 200 letters.' })
  return {
    from,
    out,
    id,
    title,
    books: booksOf(needed('books')),
    attribution: values.attribution?.trim() ?? null,
    area: areaOf(values),
    zooms: zoomsOf(values.minzoom, values.maxzoom),
  }
}

const parsed = (words: readonly string[]) => {
  const text = { type: 'string' } as const
  const options = {
    from: { type: 'string', multiple: true },
    bbox: text,
    area: text,
    minzoom: text,
    maxzoom: text,
    title: text,
    books: text,
    out: text,
    attribution: text,
  } as const
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options })
  } catch (error) {
    throw new PackRefused('usage', { why: `${(error as Error).message}\n${usage}` })
  }
}

const areaOf = ({ bbox, area }: { bbox?: string; area?: string }) => {
  if (bbox !== undefined) return bboxArea(bbox)
  return area === undefined ? everywhere : readAreaFile(area)
}

const booksOf = (text: string): string[] => {
  const books = text.split(',').filter(Boolean)
  const wrong = books.find((book) => !bookId.safeParse(book).success)
  if (wrong !== undefined || books.length === 0)
    throw new PackRefused('usage', { why: `--books must be ids of small letters, digits and dashes: ${wrong ?? text}` })
  return [...new Set(books)]
}

const zoomsOf = (least: string | undefined, most: string | undefined): PackWish['zooms'] => {
  const [from, to] = [least, most].map((text) => (text === undefined ? null : text === '' ? Number.NaN : Number(text)))
  const wrong = [from, to].some((zoom) => zoom != null && !(Number.isInteger(zoom) && zoom >= 0 && zoom <= mostZoom))
  if (wrong || (from ?? 0) > (to ?? mostZoom))
    throw new PackRefused('bad-zooms', { zooms: `${least ?? ''}–${most ?? ''}`, most: mostZoom })
  return [from ?? null, to ?? null]
}
