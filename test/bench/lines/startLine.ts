import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { OneWay, type Thin } from './oneWay.ts'

/** What went over a line, headers and all (TCP's and IP's own bytes are not in it). */
export type Counted = { up: number; down: number; requests: number; waitedMs: number }
export type Line = {
  url: string
  counted: Counted
  reset(): void
  /** From now on as thin as this, or as fast as the machine (`null`); connections that stood are cut. */
  become(thin: Thin | null): void
  close(): Promise<void>
}

/**
 * A line to a server, which counts the bytes of requests whose path begins with `path`. A thin one also takes the round
 * trip that a new connection costs. It begins as fast as the machine.
 */
export const startLine = async (to: string, path: string): Promise<Line> => {
  const { hostname, port } = new URL(to)
  const counted = nothing()
  const phones = new Set<Socket>()
  let ways: { up: OneWay; down: OneWay } | null = null
  let connectMs = 0
  const server = createServer((phone) => {
    const far = connect(Number(port), hostname)
    for (const one of [phone, far]) one.setNoDelay(true)
    phones.add(phone)
    phone.on('close', () => phones.delete(phone))
    const { up, down } = ways ?? {}
    const waits = new Waits(counted)
    let counts = false
    phone.on('data', (bytes) => {
      const asked = /^[A-Z]+ (\S*) HTTP\/1/.exec(bytes.toString('latin1', 0, 2000))
      if (asked !== null) counts = asked[1]?.startsWith(path) === true
      if (asked !== null && counts) counted.requests += 1
      if (counts) {
        waits.asked()
        counted.up += bytes.length
      }
      pass(bytes, far, up)
    })
    far.on('data', (bytes) => {
      if (counts) {
        waits.heard()
        counted.down += bytes.length
      }
      pass(bytes, phone, down)
    })
    if (connectMs > 0) {
      phone.pause()
      setTimeout(() => phone.resume(), connectMs)
    }
    endTogether(phone, far, up)
    endTogether(far, phone, down)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counted,
    reset: () => Object.assign(counted, nothing()),
    become: (thin) => {
      ways = thin === null ? null : { up: new OneWay(thin), down: new OneWay(thin) }
      connectMs = thin?.roundTripMs ?? 0
      for (const phone of phones) phone.destroy()
    },
    close: async () => {
      server.close()
      for (const phone of phones) phone.destroy()
    },
  }
}

const nothing = (): Counted => ({ up: 0, down: 0, requests: 0, waitedMs: 0 })

const packetBytes = 1400

const pass = (bytes: Buffer, to: Socket, way: OneWay | undefined): void => {
  if (way === undefined) {
    to.write(bytes)
    return
  }
  for (let from = 0; from < bytes.length; from += packetBytes) {
    const part = bytes.subarray(from, from + packetBytes)
    way.send(part.length, () => to.writable && to.write(part))
  }
}

const endTogether = (one: Socket, other: Socket, behind: OneWay | undefined): void => {
  one.on('error', () => other.destroy())
  one.on('close', () => (behind === undefined ? other.destroy() : behind.send(0, () => other.end())))
}

/** Ms of a connection in which its phone waited: from a request's first byte to its answer's last. */
class Waits {
  private lastMs = 0
  private readonly counted: Counted

  constructor(counted: Counted) {
    this.counted = counted
  }

  asked(): void {
    this.lastMs = performance.now()
  }

  heard(): void {
    const now = performance.now()
    this.counted.waitedMs += now - this.lastMs
    this.lastMs = now
  }
}
