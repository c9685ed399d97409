import * as z from 'zod/mini'
import { bookId, count, sha256 } from '../shapes.ts'

const zoom = z.number().check(z.int(), z.gte(0), z.lte(26))
const longitude = z.number().check(z.gte(-180), z.lte(180))
const latitude = z.number().check(z.gte(-90), z.lte(90))

/**
 * One map pack that can be taken along. `books`: whose work it is for; `bytes` and `sha256` of the whole file, by which a
 * phone knows that it has it; `bounds`: west, south, east, north in degrees; `attribution`: whose map it is, plain text
 * (never HTML) that must be shown wherever the map is; empty where nobody has to be named.
 */
export const mapPack = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  books: z.array(bookId),
  bytes: count,
  sha256,
  type: z.enum(['vector', 'raster']),
  minzoom: zoom,
  maxzoom: zoom,
  bounds: z.tuple([longitude, latitude, longitude, latitude]),
  attribution: z.string().check(z.maxLength(2000)),
})
export type MapPack = z.infer<typeof mapPack>

/** `GET /api/maps`: the packs there are for the books that the device may read. */
export const mapsAnswer = z.array(mapPack)
export type MapsAnswer = z.infer<typeof mapsAnswer>

/**
 * `GET /api/maps/online`: a map on the net, which the endpoint asks for its phones. Where it comes from is not said: an
 * address may hold a key. `attribution` as above.
 */
export const onlineMap = z.object({
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  attribution: z.string().check(z.maxLength(2000)),
  minzoom: zoom,
  maxzoom: zoom,
})

/** One tile of it is a picture of at most so many bytes. */
export const onlineTileMostBytes = 512 * 1024
