import { PMTiles } from 'pmtiles'
import type { MapDoors } from '../../../src/app/map/mapDoors.ts'
import { openPack } from '../../../src/app/map/packSource.ts'
import { type PackWriter, startPackWriter } from '../../../src/app/map/packWriter.ts'
import type { PackMade } from '../../support/aPack.ts'
import type { TestPhone } from './aPhone.ts'

/** What may happen to a piece on its way: the line is cut behind so many bytes, a byte is another, the range is not passed on. */
export type OnTheWay = { cutBehind: number } | { changeByte: number } | 'no-range' | null

/** A phone's doors to its maps, counted, with what a test lets happen in them. */
export type MapsOn = {
  doors: MapDoors
  /** Bytes asked for in all, by the ranges of the questions. */
  asked: number
  /** Bytes read of answers that were none of the range asked for. */
  readInVain: number
  /** Asked of before each piece: what happens to it. */
  onTheWay: (from: number) => OnTheWay
  /** Asked of at each writing; what it returns is done in place of the writer's own, or after it. */
  atWrite: (writer: PackWriter, write: () => ReturnType<PackWriter['write']>) => ReturnType<PackWriter['write']>
  /** As where a browser lets no thread write files. */
  keepsFiles: boolean
}

export const mapsOn = ({ database, device }: TestPhone): MapsOn => {
  const { fetch } = device
  const maps: MapsOn = {
    doors: {
      database,
      device: { ...device, fetch: (path, init) => carried(maps, fetch, path, init) },
      startWriter: () => {
        const writer = startPackWriter()
        return {
          ...writer,
          keepsFiles: async (folder) => maps.keepsFiles && (await writer.keepsFiles(folder)),
          write: (bytes) => maps.atWrite(writer, () => writer.write(bytes)),
        }
      },
    },
    asked: 0,
    readInVain: 0,
    onTheWay: () => null,
    atWrite: (_, write) => write(),
    keepsFiles: true,
  }
  return maps
}

const carried = async (
  maps: MapsOn,
  fetch: (path: string, init: RequestInit) => Promise<Response>,
  path: string,
  init: RequestInit,
): Promise<Response> => {
  const { range, ...headers } = init.headers as { [name: string]: string }
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
  if (from === undefined) return fetch(path, init)
  maps.asked += Number(to) - Number(from) + 1
  const happens = maps.onTheWay(Number(from))
  if (happens === null) return fetch(path, init)
  const answer = await fetch(path, happens === 'no-range' ? { ...init, headers } : init)
  if (happens === 'no-range') return counted(maps, answer)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if ('changeByte' in happens) bytes[happens.changeByte] = (bytes[happens.changeByte] ?? 0) ^ 1
  const body = 'cutBehind' in happens ? cut(bytes.subarray(0, happens.cutBehind)) : bytes
  return new Response(body, { status: answer.status, headers: answer.headers })
}

/** The whole comes in pieces of 64 KB, each only when it is asked for. */
const counted = async (maps: MapsOn, answer: Response): Promise<Response> => {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const started = maps.readInVain
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (stream) => {
        const at = maps.readInVain - started
        const piece = bytes.subarray(at, at + 65_536)
        if (piece.length === 0) return stream.close()
        maps.readInVain += piece.length
        stream.enqueue(piece)
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, { status: answer.status, headers: answer.headers })
}

/** Some bytes come, then the line breaks. */
const cut = (bytes: Uint8Array): ReadableStream<Uint8Array> => {
  let told = false
  return new ReadableStream({
    pull: (stream) => {
      if (told || bytes.length === 0) return stream.error(new TypeError('network error'))
      told = true
      stream.enqueue(bytes)
    },
  })
}

/** Reads all tiles of the pack that is drawn from here; says how many are what was made, and how many are not. */
export const tilesRead = async (
  { doors: { database } }: MapsOn,
  id: string,
  { tiles }: PackMade,
): Promise<{ equal: number; other: number } | string> => {
  const opened = await openPack(database, id)
  if (!opened.ok) return opened.why
  const pack = new PMTiles(opened.source)
  const read = { equal: 0, other: 0 }
  for (const [name, bytes] of tiles) {
    const [z = 0, x = 0, y = 0] = name.split('/').map(Number)
    const tile = await pack.getZxy(z, x, y)
    if (tile !== undefined && isEqual(new Uint8Array(tile.data), bytes)) read.equal += 1
    else read.other += 1
  }
  return read
}

export const isEqual = (a: Uint8Array, b: Uint8Array): boolean => indexedDB.cmp(a, b) === 0

/** Bytes of packs that lie on this phone: files by their name with their length, and rows of the database. */
export const packBytesOn = async ({ doors: { database } }: MapsOn) => {
  const files: { [name: string]: number } = {}
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(`${database.name}-maps`).catch(() => null)
  for await (const handle of folder?.values() ?? [])
    if (handle.kind === 'file') files[handle.name] = (await (handle as FileSystemFileHandle).getFile()).size
  return {
    files,
    rows: await database.packBytes.count(),
    packs: (await database.packs.toArray()).map(({ file }) => file),
  }
}

export const aFile = (bytes: Uint8Array<ArrayBuffer>, name = 'keng-du.pmtiles'): File => new File([bytes], name)
