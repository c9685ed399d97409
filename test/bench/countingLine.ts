import { type AddressInfo, connect, createServer } from 'node:net'

/** A line between phone and endpoint that counts every byte on it, headers and all, and the requests it carried. */
export type CountingLine = {
  url: string
  counted: { up: number; down: number; syncs: number; others: number }
  reset(): void
  close(): Promise<void>
}

export const countingLine = async (to: string): Promise<CountingLine> => {
  const { hostname, port } = new URL(to)
  const counted = { up: 0, down: 0, syncs: 0, others: 0 }
  const server = createServer((phone) => {
    const endpoint = connect(Number(port), hostname)
    phone.on('data', (bytes) => {
      counted.up += bytes.length
      const said = bytes.toString('latin1')
      if (/^POST \/api\/sync /.test(said)) counted.syncs += 1
      else if (/^[A-Z]+ \/\S* HTTP\/1/.test(said)) counted.others += 1
      endpoint.write(bytes)
    })
    endpoint.on('data', (bytes) => {
      counted.down += bytes.length
      phone.write(bytes)
    })
    for (const [one, other] of [
      [phone, endpoint],
      [endpoint, phone],
    ] as const) {
      one.on('close', () => other.destroy())
      one.on('error', () => other.destroy())
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counted,
    reset: () => Object.assign(counted, { up: 0, down: 0, syncs: 0, others: 0 }),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.unref()
      }),
  }
}
