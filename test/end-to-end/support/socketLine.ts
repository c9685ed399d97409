import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line between a phone and an endpoint, on which the connections that a phone opens are counted. */
export type SocketLine = {
  url: string
  /** Connections since the line was made, or cut last. */
  readonly opened: number
  /** Every connection ends, and none is taken until `mend`. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export const socketLine = async (to: string): Promise<SocketLine> => {
  const { hostname, port } = new URL(to)
  const open = new Set<Socket>()
  let opened = 0
  let broken = false
  const server = createServer((phone) => {
    if (broken) return phone.destroy()
    opened += 1
    const endpoint = connect(Number(port), hostname)
    phone.pipe(endpoint).pipe(phone)
    for (const [one, other] of [
      [phone, endpoint],
      [endpoint, phone],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const endAll = () => {
    for (const one of open) one.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get opened() {
      return opened
    },
    cut: () => {
      broken = true
      endAll()
      opened = 0
    },
    mend: () => {
      broken = false
    },
    close: () => {
      endAll()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}
