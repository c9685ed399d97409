import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pushIn } from '../../support/pushIn.ts'

/** A line between phones and an endpoint that counts what is under way; it takes its time, as lines do. */
export type CountingProxy = {
  url: string
  /** Hand-ins that carried something. */
  pushes: number
  /** The most of them at one moment. */
  mostAtOnce: number
  close(): Promise<void>
}

export const startCountingProxy = async (target: string, delayMs: number): Promise<CountingProxy> => {
  const proxy: CountingProxy = { url: '', pushes: 0, mostAtOnce: 0, close: async () => undefined }
  let underWay = 0
  const server = createServer(async (asked, answer) => {
    const parts: Buffer[] = []
    for await (const part of asked) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    const pushes = asked.url === '/api/sync' && (await pushIn(body)).length > 0
    if (pushes) {
      proxy.pushes += 1
      underWay += 1
      proxy.mostAtOnce = Math.max(proxy.mostAtOnce, underWay)
    }
    if (asked.url?.startsWith('/api/') === true) await new Promise((later) => setTimeout(later, delayMs))
    const passed = request(
      new URL(asked.url ?? '/', target),
      { method: asked.method ?? 'GET', headers: asked.headers },
      (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers)
        answered.pipe(answer)
      },
    )
    passed.on('error', () => answer.writeHead(502).end())
    answer.once('close', () => {
      if (pushes) underWay -= 1
    })
    passed.end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  proxy.close = () => {
    server.closeAllConnections()
    return new Promise((closed) => server.close(() => closed()))
  }
  return proxy
}
