import { fileURLToPath } from 'node:url'
import { openBooks } from './books/openBooks.ts'
import { endpointKeys } from './keys/endpointKeys.ts'
import { buildServer } from './routes/server.ts'
import type { Settings } from './settings.ts'
import { openShelf } from './shelf/shelf.ts'

/** The built app lies beside src; an endpoint without it serves the interface alone. */
const dist = fileURLToPath(new URL('../../dist', import.meta.url))

export type Running = { url: string; close(): Promise<void> }

/** Opens the books and listens; `close` finishes what is under way. */
export const serve = async ({ data, port, host, origin }: Settings): Promise<Running> => {
  const books = await openBooks(data)
  const keys = await endpointKeys(books.db)
  const shelf = await openShelf(data)
  const app = await buildServer({ books, keys, shelf, now: Date.now, origin }, dist)
  const url = await app.listen({ port, host })
  return {
    url,
    close: async () => {
      await app.close()
      await books.close()
    },
  }
}

/** SIGTERM and SIGINT finish what is under way and end well. */
export const closeOnSignal = (running: Running): void => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      running.close().then(
        () => process.exit(0),
        (error) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}
