import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** express-pouchdb in a process of its own, over LevelDB in `data`. */
export const startPouch = async (data: string, pages: string): Promise<{ url: string; close(): Promise<void> }> => {
  mkdirSync(data, { recursive: true })
  const child = spawn('node', ['test/bench/peers/pouchServer.ts', data, pages], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) continue
    child.stdout.resume()
    return {
      url: (JSON.parse(line) as { url: string }).url,
      close: () =>
        new Promise((ended) => {
          child.once('exit', () => ended())
          child.kill()
        }),
    }
  }
  throw new Error("the peer's server ended before it was ready")
}
