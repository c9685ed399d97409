import { fileURLToPath } from 'node:url'
import { scheduleBackups } from './admin/scheduledBackups.ts'
import { lockFolder } from './books/lockFolder.ts'
import { openBooks } from './books/openBooks.ts'
import { endpointKeys } from './keys/endpointKeys.ts'
import { expireUploads } from './routes/expireUploads.ts'
import { buildServer } from './routes/server.ts'
import type { Settings } from './settings.ts'
import { openShelf } from './shelf/shelf.ts'

/** The built app lies beside src; an endpoint without it serves the interface alone. */
const dist = fileURLToPath(new URL('../../dist', import.meta.url))

const sweepEveryMs = 3_600_000
const patienceMs = 30_000

export type Running = { url: string; close(): Promise<void> }

/** Opens the books and listens; `close` finishes what is under way. */
export const serve = async ({ data, port, host, origin, backups }: Settings): Promise<Running> => {
  const unlock = lockFolder(data)
  const books = await openBooks(data)
  const keys = await endpointKeys(books.db)
  const shelf = await openShelf(data)
  const app = await buildServer({ books, keys, shelf, now: Date.now, origin }, dist)
  const url = await app.listen({ port, host })
  const sweep = () => expireUploads(books.db, shelf, Date.now()).catch(console.error)
  await sweep()
  const sweeping = setInterval(sweep, sweepEveryMs)
  const stopBackups = backups === null ? null : scheduleBackups(data, backups)
  return {
    url,
    close: async () => {
      clearInterval(sweeping)
      await stopBackups?.()
      // A line that trickles on must not hold the end for ever; what arrived of a photo is kept.
      const patience = setTimeout(() => app.server.closeAllConnections(), patienceMs)
      // Lines that are kept open for a next request are let go as soon as they were answered.
      const tidying = setInterval(() => app.server.closeIdleConnections(), 100)
      await app.close()
      clearTimeout(patience)
      clearInterval(tidying)
      await books.close()
      unlock()
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
