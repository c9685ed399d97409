import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { OnlineTiles } from '../maps/onlineTiles.ts'
import type { Doors } from './doors.ts'
import { notRevoked } from './notRevoked.ts'
import { Refused } from './refuse.ts'
import { speakerOfRequest } from './signedRequests.ts'

type Blanks = { z: string; x: string; y: string }

/**
 * A map on the net, through the endpoint: no phone speaks to another host, and no other host learns of a phone. A tile is
 * signed over no bytes, as every picture is: it is drawn, and nothing is done by it.
 */
export const onlineMapRoutes = (app: FastifyInstance, doors: Doors, online: OnlineTiles): void => {
  app.get('/api/maps/online', async (request) => {
    await inGoodStanding(request, doors)
    const offered = await online.offered()
    if (offered === null) throw new Refused(404, 'not-found', 'No map on the net is configured here.')
    return offered
  })

  app.get<{ Params: Blanks }>('/api/maps/online/:z/:x/:y', async (request, reply) => {
    await inGoodStanding(request, doors)
    const { z, x, y } = request.params
    const tile = await online.tile({ z: wholeNumber(z), x: wholeNumber(x), y: wholeNumber(y) })
    if (tile.at === 'none') throw new Refused(404, 'not-found', 'There is no such tile.')
    if (tile.at === 'fault') throw new Refused(502, 'map-server', `The map’s server ${tile.says}.`)
    return reply.type(tile.mime).send(tile.bytes)
  })
}

/** Whoever works here may look, whatever the books. */
const inGoodStanding = async (request: FastifyRequest, doors: Doors): Promise<void> => {
  const speaker = await speakerOfRequest(request, doors)
  notRevoked(speaker)
  if (!speaker.confirmed) throw new Refused(404, 'not-found', 'This device waits for its confirmation.')
}

/** NaN for whatever is not written as one: `1e1`, `+1`, `../1`. */
const wholeNumber = (text: string): number => (/^(0|[1-9]\d{0,8})$/.test(text) ? Number(text) : Number.NaN)
