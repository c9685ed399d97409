import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Chance } from '../../../src/endpoint/demo/chance.ts'
import { type LineFault, lineFaults } from './lineFaults.ts'
import { type Slow, slowDown, slowUp } from './slowLine.ts'

/** A request as a phone said it. `headers`: names and values by turns. */
export type Asked = { phone: string; method: string; path: string; headers: string[]; body: Buffer }

/** An answer as it came or goes. */
export type Told = { status: number; headers: { [name: string]: string }; body: Buffer }

/** One request on its way, in the hands of a fault. Nothing done: a black hole. */
export type Way = {
  readonly asked: Asked
  readonly chance: Chance
  /** The phone's end of the line, for bare bytes and sudden ends. */
  readonly phone: Socket
  /** The whole request goes to the endpoint, and its whole answer is here. */
  ask(asked?: Asked): Promise<Told>
  /** This share of the request's body goes there after its head; then that line breaks. */
  askPart(share: number): Promise<void>
  /** The answer goes to the phone, whole. */
  tell(told: Told): void
  /** Only its first bytes: this share of its head, and where that is 1, of its body. */
  tellPart(told: Told, head: number, body: number): Promise<void>
  /** What was told this phone, or another one, some time before. */
  earlier(whose: 'mine' | 'others'): Told | null
}

export type Harm = (way: Way) => Promise<void>

/** What the line does to a phone's next request, a harm by name or one of its own; null: it carries it. */
export type Plan = (asked: Asked) => LineFault | Harm | null

/** A line between phones and an endpoint, over real sockets, that is as bad as it is told to be. */
export type FaultyLine = {
  /** Each phone has an origin of its own, so that one's black hole does not use up another's sockets. */
  urlOf(phone: string): string
  plan(phone: string, chance: Chance, plan: Plan): void
  slow(phone: string, slow: Slow): void
  readonly happened: ReadonlyMap<string, number>
  /** Requests that are being carried now; those in a black hole are not. */
  underWay(): number
  close(): Promise<void>
}

type Known = { chance: Chance; plan: Plan; slow?: Slow; told: Told[] }

export const startFaultyLine = async (target: string): Promise<FaultyLine> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const phones = new Map<string, Known>()
  const happened = new Map<string, number>()
  let underWay = 0
  const carry = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const asked = await askedBy(incoming)
    const known = phones.get(asked.phone)
    const fault = known?.plan(asked) ?? null
    const ask = async (said = asked): Promise<Told> => {
      const told = await carried(target, agent, said)
      if (known !== undefined) known.told = [...known.told.slice(-5), told]
      return told
    }
    if (known === undefined || fault === null) {
      if (known?.slow !== undefined) await slowUp(known.slow, asked.body.length)
      const told = await ask()
      if (known?.slow !== undefined) await slowDown(known.slow, told.body.length)
      return tell(outgoing, asked, told)
    }
    const name = typeof fault === 'string' ? fault : 'of its own'
    happened.set(name, (happened.get(name) ?? 0) + 1)
    const others = [...phones].flatMap(([other, { told }]) => (other === asked.phone ? [] : told))
    const harm = typeof fault === 'string' ? lineFaults[fault] : fault
    await harm({
      asked,
      chance: known.chance,
      phone: incoming.socket,
      ask,
      askPart: (share) => askPart(target, asked, share),
      tell: (told) => tell(outgoing, asked, told),
      tellPart: (told, head, body) => tellPart(incoming.socket, told, head, body),
      earlier: (whose) => (whose === 'mine' ? known.told : others).at(-1) ?? null,
    })
  }
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    underWay += 1
    carry(incoming, outgoing)
      .catch(() => incoming.socket.destroy())
      .finally(() => {
        underWay -= 1
      })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    urlOf: (phone) => `http://${phone}.localhost:${port}`,
    plan: (phone, chance, plan) => {
      const { told = [], slow } = phones.get(phone) ?? {}
      phones.set(phone, { chance, plan, told, ...(slow === undefined ? {} : { slow }) })
    },
    slow: (phone, slow) => {
      const known = phones.get(phone)
      if (known !== undefined) known.slow = slow
    },
    happened,
    underWay: () => underWay,
    close: () =>
      new Promise((closed) => {
        agent.destroy()
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}

const askedBy = async (incoming: IncomingMessage): Promise<Asked> => {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part as Buffer)
  const { method = 'GET', url: path = '/', rawHeaders } = incoming
  const phone = (incoming.headers.host ?? '').split('.')[0] ?? ''
  const headers: string[] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2)
    // Unpacked here where it must be read: one packing is enough to know.
    if (!connections.has(name.toLowerCase())) headers.push(name, value)
  }
  headers.push('accept-encoding', 'gzip')
  return { phone, method, path, headers, body: Buffer.concat(parts) }
}

/** Of one line only, not of what is said over it. */
const connections = new Set([
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'accept-encoding',
])

const carried = (target: string, agent: Agent, { method, path, headers, body }: Asked): Promise<Told> =>
  new Promise((come, fail) => {
    const named: { [name: string]: string } = {}
    for (let at = 0; at < headers.length; at += 2) named[headers[at] ?? ''] = headers[at + 1] ?? ''
    if (body.length > 0 || method === 'POST' || method === 'PATCH') named['content-length'] = String(body.length)
    const out = request(target + path, { method, headers: named, agent }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', fail)
      answer.on('end', () => {
        const kept: { [name: string]: string } = {}
        for (const [name, value] of Object.entries(answer.headers))
          if (!connections.has(name)) kept[name] = String(value)
        come({ status: answer.statusCode ?? 0, headers: kept, body: Buffer.concat(parts) })
      })
    })
    out.on('error', fail)
    out.end(body)
  })

/** A request that ends in the middle, over a line of its own. */
const askPart = async (target: string, { method, path, headers, body }: Asked, share: number): Promise<void> => {
  const { hostname, port } = new URL(target)
  const lines = [`${method} ${path} HTTP/1.1`, `host: ${hostname}`, `content-length: ${body.length}`]
  for (let at = 0; at < headers.length; at += 2) lines.push(`${headers[at]}: ${headers[at + 1]}`)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  await new Promise<void>((sent) => {
    const part = body.subarray(0, Math.floor(body.length * share))
    socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), part]), () => sent())
  })
  // It has arrived there before the line breaks.
  await new Promise((on) => setTimeout(on, 5))
  socket.resetAndDestroy()
}

const tell = (outgoing: ServerResponse, { method }: Asked, { status, headers, body }: Told): void => {
  const sized = method === 'HEAD' || status === 204 ? headers : { ...headers, 'content-length': String(body.length) }
  outgoing.writeHead(status, sized).end(method === 'HEAD' ? undefined : body)
}

const tellPart = async (phone: Socket, { status, headers, body }: Told, head: number, share: number): Promise<void> => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const start = Buffer.from(`HTTP/1.1 ${status} Said\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n`)
  const part =
    head < 1
      ? start.subarray(0, Math.floor(start.length * head))
      : Buffer.concat([start, body.subarray(0, Math.floor(body.length * share))])
  await new Promise<void>((sent) => phone.write(part, () => sent()))
}
