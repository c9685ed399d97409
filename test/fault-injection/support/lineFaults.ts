import { gunzipSync, gzipSync } from 'node:zlib'
import { columnsType } from '../../../src/wire/columns/columnBody.ts'
import { pushIn } from '../../support/pushIn.ts'
import { hashOf } from '../../support/testDevice.ts'
import type { Asked, Told, Way } from './faultyLine.ts'

/** Every kind of harm, by name; each either does it all or leaves the phone waiting. */
const faults = {
  // The request does not arrive, or not whole.
  'cut before the request': async ({ phone }) => void phone.destroy(),
  'reset before the request': async ({ phone }) => void phone.resetAndDestroy(),
  'cut after the request’s head': async ({ askPart, phone }) => {
    await askPart(0)
    phone.destroy()
  },
  'cut in the request’s body': async ({ askPart, phone, chance }) => {
    await askPart(0.1 + 0.8 * chance.fraction())
    phone.resetAndDestroy()
  },
  'a bit of the request turned': async ({ asked, ask, tell, chance }) =>
    tell(await ask({ ...asked, body: turned(asked.body, chance.fraction()) })),
  'black hole': async () => undefined,

  // The endpoint has done it, and the phone does not hear of it, or not whole.
  'answer lost': async ({ ask, phone }) => {
    await ask()
    phone.destroy()
  },
  'reset in place of the answer': async ({ ask, phone }) => {
    await ask()
    phone.resetAndDestroy()
  },
  'black hole after the request': async ({ ask }) => void (await ask()),
  'cut in the answer’s head': async ({ ask, tellPart, phone }) => {
    await tellPart(await ask(), 0.5, 0)
    phone.end()
  },
  'cut after the answer’s head': async ({ ask, tellPart, phone }) => {
    await tellPart(await ask(), 1, 0)
    phone.end()
  },
  'cut in the answer’s body': async ({ ask, tellPart, phone, chance }) => {
    await tellPart(await ask(), 1, chance.fraction())
    phone.end()
  },
  'reset in the answer’s body': async ({ ask, tellPart, phone, chance }) => {
    await tellPart(await ask(), 1, chance.fraction())
    phone.resetAndDestroy()
  },
  'silence in the answer’s body': async ({ ask, tellPart, chance }) => tellPart(await ask(), 1, chance.fraction()),
  'said twice': async ({ ask, tell, chance }) => {
    const both = [await ask(), await ask()]
    tell(chance.pick(both))
  },
  'arrives late': async ({ ask, phone, chance }) => {
    phone.destroy()
    await new Promise((on) => setTimeout(on, chance.between(50, 600)))
    await ask()
  },

  // Somebody else answers.
  'says 500': async ({ tell }) => tell(page(500, 'text/html', '<h1>Internal Server Error</h1>')),
  'says 502': async ({ tell }) => tell(page(502, 'text/html', '<h1>Bad Gateway</h1>')),
  'says 503': async ({ tell }) => tell(page(503, 'text/plain', 'later', { 'retry-after': '3600' })),
  'says 429': async ({ tell }) => tell(page(429, 'text/plain', 'too many', { 'retry-after': '3600' })),
  'says 401': async ({ tell }) => tell(page(401, 'application/json', '{"error":"unknown-device","message":""}')),
  'says 403': async ({ tell }) => tell(page(403, 'application/json', '{"error":"revoked","message":"","wipe":"x"}')),
  'says 413': async ({ tell }) => tell(page(413, 'application/json', '{"error":"too-large","message":""}')),
  'says 204': async ({ tell }) => tell(page(204, 'text/plain', '')),
  'captive portal’s page': async ({ tell }) => tell(page(200, 'text/html', '<h1>Wi-Fi miễn phí</h1>')),
  'captive portal’s 302': async ({ tell }) => tell(page(302, 'text/html', '', { location: '/portal' })),
  'proxy’s own 200': async ({ tell }) =>
    tell(page(200, 'application/json', '{"protocol":1,"acks":[],"upTo":999,"books":{},"scope":[],"gone":[]}')),

  // What the endpoint said is changed on its way.
  'half a gzip': async ({ ask, tell }) => {
    const told = unpacked(await ask())
    const packed = gzipSync(told.body)
    tell({ ...told, headers: { ...told.headers, 'content-encoding': 'gzip' }, body: half(packed) })
  },
  'no gzip, said to be one': async ({ ask, tell }) => {
    const told = unpacked(await ask())
    tell({ ...told, headers: { ...told.headers, 'content-encoding': 'gzip' } })
  },
  'half the answer, ended well': async ({ ask, tell }) => {
    const told = unpacked(await ask())
    tell({ ...told, body: half(told.body) })
  },
  'a bit of the answer turned': async ({ ask, tell, chance }) => {
    const told = unpacked(await ask())
    tell({ ...told, body: turned(told.body, chance.fraction()) })
  },
  'an older answer of its own': async ({ ask, tell, earlier }) => {
    const before = earlier('mine')
    const now = await ask()
    tell(before ?? { ...now, headers: without(now, 'x-answer') })
  },
  'another phone’s answer': async ({ ask, tell, earlier }) => {
    const now = await ask()
    tell(earlier('others') ?? { ...now, headers: without(now, 'x-answer') })
  },
  'forged receipt': async ({ asked, ask, tell }) => tell(forged(await ask(), await pushedIn(asked))),
  'forged receipt, nothing handed in': async ({ asked, earlier, tell }) => {
    const before = earlier('mine') ?? page(200, 'application/json', '{}')
    tell(forged(before, await pushedIn(asked)))
  },
  'forged X-Answer': async ({ asked, ask, tell, chance }) => {
    const told = forged(await ask(), await pushedIn(asked))
    tell({
      ...told,
      headers: { ...told.headers, 'x-answer': Buffer.from(chance.hex(64), 'hex').toString('base64url') },
    })
  },
  'no X-Answer': async ({ ask, tell }) => {
    const told = await ask()
    tell({ ...told, headers: without(told, 'x-answer') })
  },
  'another status': async ({ ask, tell, chance }) => {
    const told = await ask()
    tell({ ...told, status: told.status === 200 ? chance.pick([201, 400, 403, 409, 413, 500]) : 200 })
  },
  'forged photo’s receipt': async ({ ask, tell, chance }) => {
    const told = await ask()
    const receipt = Buffer.from(chance.hex(64), 'hex').toString('base64url')
    tell({ ...told, headers: { ...told.headers, 'x-receipt': receipt } })
  },
  'a photo’s offset changed': async ({ ask, tell, chance }) => {
    const told = await ask()
    const offset = chance.pick(['7', '-5', '999999999', 'x'])
    tell({ ...told, headers: { ...told.headers, 'upload-offset': offset } })
  },
  'a photo’s place changed': async ({ ask, tell }) => {
    const told = await ask()
    tell({ ...told, headers: { ...told.headers, location: '/api/photos/uploads/nowhere' } })
  },
} satisfies { [name: string]: (way: Way) => Promise<void> }

export type LineFault = keyof typeof faults
export const lineFaults: { readonly [name in LineFault]: (way: Way) => Promise<void> } = faults
export const faultNames = Object.keys(faults) as LineFault[]

/**
 * An enrolment is not signed: whoever forges there has the TLS line itself. These it must bear. No black hole: it is
 * left after 30 s of real time.
 */
export const faultsOfEnrolment: readonly LineFault[] = [
  'cut before the request',
  'answer lost',
  'cut in the answer’s body',
  'captive portal’s page',
  'captive portal’s 302',
  'says 503',
  'half a gzip',
]

const page = (status: number, type: string, text: string, more: Told['headers'] = {}): Told => ({
  status,
  headers: { 'content-type': type, ...more },
  body: Buffer.from(text),
})

const unpacked = (told: Told): Told =>
  told.headers['content-encoding'] === 'gzip'
    ? { ...told, headers: without(told, 'content-encoding'), body: gunzipSync(told.body) }
    : told

const without = ({ headers }: Told, name: string): Told['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name))

const half = (body: Buffer): Buffer => body.subarray(0, Math.floor(body.length / 2))

const turned = (body: Buffer, where: number): Buffer => {
  const other = Buffer.from(body)
  const at = Math.floor(other.length * where)
  if (other.length > 0) other[at] = (other[at] ?? 0) ^ 1
  return other
}

type Said = { [field: string]: unknown; acks?: object[] }

/** All accepted, it says, whatever was said; `pushed` names what was pushed. In JSON, which every phone reads. */
const forged = (told: Told, pushed: { id: string; hash: string }[]): Told => {
  const plain = unpacked(told)
  try {
    const inColumns = plain.headers['content-type'] === columnsType
    const said = inColumns ? emptyAnswer : (JSON.parse(plain.body.toString()) as Said)
    const acks = [...(said.acks ?? []), ...pushed].map((ack) => ({ ...ack, ...accepted }))
    const headers = { ...plain.headers, ...(inColumns ? { 'content-type': 'application/json' } : {}) }
    return { ...plain, headers, status: 200, body: Buffer.from(JSON.stringify({ ...said, acks, upTo: 999 })) }
  } catch {
    return { ...plain, status: 200, headers: { ...plain.headers, 'x-receipt': 'AAAA' } }
  }
}

const accepted = { status: 'accepted', seq: 1, stamp: '018f3c2b9d40-0000-a1b2c3d4' }

const emptyAnswer: Said = {
  protocol: 1,
  epoch: 'e',
  time: '2026-11-24T10:00:00.000Z',
  receipt: 'AAAA',
  settled: [],
  backedUp: null,
  books: {},
  backs: [],
  scope: [],
  gone: [],
}

const pushedIn = async ({ body }: Asked): Promise<{ id: string; hash: string }[]> =>
  (await pushIn(body)).map((entry) => ({ id: entry.id, hash: hashOf(entry) }))
