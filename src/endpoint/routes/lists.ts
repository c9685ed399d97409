import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { columnsType, joinParts } from '../../wire/columns/columnBody.ts'
import { listsRequest } from '../../wire/messages/lists.ts'
import { foldVersionOf } from '../lists/foldVersion.ts'
import { listsAhead } from '../lists/listsAhead.ts'
import type { Doors } from './doors.ts'
import { notRevoked } from './notRevoked.ts'
import { readJson } from './packedJson.ts'
import { parsed } from './parsed.ts'
import { Refused } from './refuse.ts'
import { speakerOfRequest } from './signedRequests.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Lists of books for a phone that has none of their pages yet [R-ahead-01]: each a part in columns, in the order asked. */
export const listRoutes = (app: FastifyInstance, doors: Doors): void => {
  const lists = listsAhead(doors.books.db)
  // Read when somebody asks first: most starts of an endpoint are of one whose phones have their books.
  let version: string | null = null
  app.addHook('onClose', () => lists.close())
  app.post('/api/lists', async (request, reply) => {
    const speaker = await speakerOfRequest(request, doors)
    notRevoked(speaker)
    const { fold, books, most } = parsed(listsRequest, readJson(request, small))
    version ??= foldVersionOf(root)
    if (fold !== version) throw new Refused(404, 'not-found', 'Lists are made by other rules here; the pages have all.')
    const readable = new Set(speaker.confirmed ? speaker.books.map(({ id }) => id) : [])
    const parts: Uint8Array[] = []
    let bytes = 0
    for (const book of new Set(books)) {
      // [I8] One out of reach and one that is not there are passed over alike.
      if (!readable.has(book) || book === speaker.district) continue
      const part = await lists.list(book, speaker.district)
      if (part === null) continue
      if (parts.length > 0 && bytes + part.length > most) break
      parts.push(part)
      bytes += part.length
    }
    return reply.type(columnsType).send(Buffer.from(joinParts(parts)))
  })
}

const small = { packed: 64 * 1024, unpacked: 64 * 1024 }
