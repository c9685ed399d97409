import type { FastifyInstance } from 'fastify'
import { haveRequest } from '../../wire/messages/photos.ts'
import type { Speaker } from '../devices/speaker.ts'
import type { Shelf } from '../shelf/shelf.ts'
import { answerRanged } from './answerRanged.ts'
import type { Doors } from './doors.ts'
import { readJson } from './packedJson.ts'
import { parsed } from './parsed.ts'
import { Refused } from './refuse.ts'
import { speakerOfRequest } from './signedRequests.ts'

const mostAsked = 1000

/** Which pictures are here, and reading them. How they come is in `uploads.ts`. */
export const photoRoutes = (app: FastifyInstance, doors: Doors & { shelf: Shelf }): void => {
  const { shelf, books } = doors

  app.post('/api/photos/have', async (request) => {
    const speaker = await speakerOfRequest(request, doors)
    const { sha256 } = parsed(haveRequest, readJson(request))
    if (sha256.length > mostAsked)
      throw new Refused(413, 'too-large', `At most ${mostAsked} pictures at a time.`, { max: mostAsked })
    if (sha256.length === 0) return { have: [] }
    const here = books.db.selectFrom('photos').select('sha256').where('sha256', 'in', sha256)
    // What only a revoked device brought is asked for again of a device in good standing, so that it leaves quarantine.
    const rows = await (speaker.revoked ? here : here.where('quarantine', '=', 0)).execute()
    return { have: rows.map((row) => row.sha256) }
  })

  app.route<{ Params: { sha256: string } }>({
    method: ['GET', 'HEAD'],
    url: '/api/photos/:sha256',
    handler: async (request, reply) => {
      const speaker = await speakerOfRequest(request, doors)
      const { sha256, bytes, mime } = await readablePicture(speaker, request.params.sha256)
      reply.header('cache-control', 'private, immutable, max-age=31536000')
      return answerRanged(request, reply, { sha256, bytes, type: mime, read: (range) => shelf.read(sha256, range) })
    },
  })

  /** A picture is for those who may read a book that names it; all others see nothing there. */
  const readablePicture = async (speaker: Speaker, sha256: string) => {
    const absent = new Refused(404, 'not-found', 'There is no such picture.')
    if (speaker.revoked || !speaker.confirmed) throw absent
    const picture = await books.db
      .selectFrom('photos')
      .selectAll()
      .where('sha256', '=', sha256)
      .where('quarantine', '=', 0)
      .executeTakeFirst()
    const names = await books.db.selectFrom('pictureNames').select('book').where('sha256', '=', sha256).execute()
    const named = names.some(({ book }) => speaker.books.some(({ id }) => id === book))
    if (picture === undefined || !named || !(await shelf.has(sha256))) throw absent
    return picture
  }
}
