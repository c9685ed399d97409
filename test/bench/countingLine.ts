import { type AddressInfo, connect, createServer } from 'node:net'

/** A line between phone and endpoint that counts every byte of its syncs and of its map packs, headers and all, and the requests. */
export type CountingLine = {
  url: string
  counted: { up: number; down: number; downHeaders: number; syncs: number; others: number; maps: number }
  reset(): void
  close(): Promise<void>
}

export const countingLine = async (to: string): Promise<CountingLine> => {
  const { hostname, port } = new URL(to)
  const counted = { up: 0, down: 0, downHeaders: 0, syncs: 0, others: 0, maps: 0 }
  const server = createServer((phone) => {
    const endpoint = connect(Number(port), hostname)
    // Only what a sync says counts; the worker looks for a new version of the app on lines of the same kind.
    let syncing = false
    let mapping = false
    phone.on('data', (bytes) => {
      const said = bytes.toString('latin1')
      if (/^[A-Z]+ \/\S* HTTP\/1/.test(said)) {
        syncing = /^POST \/api\/sync /.test(said)
        counted[syncing ? 'syncs' : 'others'] += 1
        mapping = /^GET \/api\/maps\/\S+\.pmtiles /.test(said)
      }
      if (syncing) counted.up += bytes.length
      if (mapping) counted.maps += bytes.length
      endpoint.write(bytes)
    })
    endpoint.on('data', (bytes) => {
      const said = bytes.toString('latin1')
      if (syncing) counted.down += bytes.length
      if (mapping) counted.maps += bytes.length
      if (syncing && said.startsWith('HTTP/1.1 ')) counted.downHeaders += said.indexOf('\r\n\r\n') + 4
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
    reset: () => Object.assign(counted, { up: 0, down: 0, downHeaders: 0, syncs: 0, others: 0, maps: 0 }),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.unref()
      }),
  }
}
