import { mkdirSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { listening } from './listening.ts'

/** A server of tiles on this machine; it counts who asks, and answers what a story says. */
export type TileServer = {
  url: string
  asked: { path: string; headers: IncomingHttpHeaders }[]
  answer: (response: ServerResponse, path: string) => void
  close(): Promise<void>
}

export const startTileServer = async (answer: TileServer['answer']): Promise<TileServer> => {
  const asked: TileServer['asked'] = []
  const { url, close } = await listening(async ({ url: path = '', headers }, response) => {
    asked.push({ path, headers })
    server.answer(response, path)
  })
  const server: TileServer = { url, asked, answer, close }
  return server
}

/** Configures a map on the net as the office would. */
export const layOnline = (maps: string, url: string, more: object = {}): void => {
  mkdirSync(maps, { recursive: true })
  const line = { title: 'Ảnh vệ tinh', url, attribution: '© Người chụp thử', minzoom: 6, maxzoom: 16, ...more }
  writeFileSync(join(maps, 'online.json'), JSON.stringify(line))
}
