import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { MapPack } from '../../wire/messages/maps.ts'
import type { Speaker } from '../devices/speaker.ts'
import { openMapShelf } from '../maps/mapShelf.ts'
import { openOnlineTiles } from '../maps/onlineTiles.ts'
import { sayOnce } from '../maps/sayOnce.ts'
import { answerRanged } from './answerRanged.ts'
import type { Doors } from './doors.ts'
import { notRevoked } from './notRevoked.ts'
import { onlineMapRoutes } from './onlineMap.ts'
import { Refused } from './refuse.ts'
import { speakerOfRequest } from './signedRequests.ts'

/** A server of tiles that is slower is none that people wait for. */
const mapServerTimeoutMs = 10_000

/** Which map packs there are for a device, and reading them in parts. */
export const mapRoutes = (app: FastifyInstance, doors: Doors): void => {
  const dir = join(doors.books.dir, 'maps')
  const say = sayOnce((line) => console.error(line))
  const shelf = openMapShelf(dir, say)
  onlineMapRoutes(app, doors, openOnlineTiles({ dir, say, now: doors.now, timeoutMs: mapServerTimeoutMs }))

  app.get('/api/maps', async (request) => {
    const speaker = await speakerOfRequest(request, doors)
    notRevoked(speaker)
    return (await shelf.all()).filter((pack) => isFor(speaker, pack))
  })

  app.route<{ Params: { id: string } }>({
    method: ['GET', 'HEAD'],
    url: '/api/maps/:id.pmtiles',
    // Its tiles are packed already.
    compress: false,
    handler: async (request, reply) => {
      const speaker = await speakerOfRequest(request, doors)
      const held = await shelf.one(request.params.id)
      if (held === null || !isFor(speaker, held.pack)) throw new Refused(404, 'not-found', 'There is no such pack.')
      const { sha256, bytes } = held.pack
      const read = (range: { start: number; end: number } | undefined) => createReadStream(held.path, range)
      return answerRanged(request, reply, { sha256, bytes, type: 'application/vnd.pmtiles', read })
    },
  })
}

/** [I8] A pack is for those who may read one of its books; one of no book is the office's to look at. */
const isFor = (speaker: Speaker, { books }: MapPack): boolean => {
  if (speaker.revoked || !speaker.confirmed) return false
  if (speaker.role === 'district' || speaker.role === 'admin') return true
  return speaker.books.some(({ id }) => books.includes(id))
}
