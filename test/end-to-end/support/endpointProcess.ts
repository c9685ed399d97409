import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A real endpoint in a process of its own, with its data in a folder that goes when the story ends. */
export type EndpointProcess = {
  url: string
  readonly dir: string
  readonly pid: number
  invite(name: string, role: string, books: string[]): { code: string; link: string; person: { id: string } }
  /** SIGKILL: as a power cut, not as a goodbye. */
  kill(): Promise<void>
  /**
   * Up again on the same port; `under`: the command that runs it, to see what it does. `from`: a folder whose data it
   * has from now on, a restored one.
   */
  startAgain(options?: { under?: readonly string[]; from?: string }): Promise<void>
  remove(): Promise<void>
}

const areas = [
  { id: '40-417-16822', title: 'Keng Đu', level: 'commune', border: true },
  { id: '40-417-16816', title: 'Mỹ Lý', level: 'commune', border: true },
  { id: '40-417-16831', title: 'Mường Lống', level: 'commune', border: false },
]

/**
 * `origin`: what people call it, where that is another address than its own (a reverse proxy's). `program`: the folder
 * that it is installed in, where that is another one than this.
 */
export const startEndpoint = async (origin?: string, program = '.'): Promise<EndpointProcess> => {
  const dir = mkdtempSync(join(tmpdir(), 'mai-am-e2e-'))
  const data = join(dir, 'data')
  const file = join(dir, 'areas.json')
  writeFileSync(file, JSON.stringify(areas))
  admin(data, 'init', '--district', '40-417', '--title', 'Kỳ Sơn', '--areas', file)
  return startEndpointWith(data, dir, origin, program)
}

/** On a data folder that has a district, the trial's for one; `remove` takes the folder away. */
export const startEndpointWith = async (
  data: string,
  dir: string = data,
  origin?: string,
  program = '.',
): Promise<EndpointProcess> => {
  let running = await spawnEndpoint(program, data, '0', origin)
  const { url } = running
  const port = new URL(url).port
  let folder = data
  return {
    url,
    get dir() {
      return folder
    },
    get pid() {
      return running.process.pid ?? 0
    },
    invite: (name, role, books) => {
      const out = admin(folder, 'invite', '--name', name, '--role', role, '--books', books.join(','))
      const invite = JSON.parse(out) as { code: string; person: { id: string } }
      return { ...invite, link: `${origin ?? url}/#enrol=${invite.code}` }
    },
    kill: () => ended(running.process, 'SIGKILL'),
    startAgain: async ({ under = [], from = folder } = {}) => {
      folder = from
      running = await spawnEndpoint(program, folder, port, origin, under)
    },
    remove: async () => {
      await ended(running.process, 'SIGTERM')
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

const admin = (data: string, ...words: string[]): string =>
  execFileSync('node', ['src/endpoint/admin/main.ts', '--data', data, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })

const spawnEndpoint = async (
  program: string,
  data: string,
  port: string,
  origin?: string,
  under: readonly string[] = [],
): Promise<{ url: string; process: ChildProcess }> => {
  const words = ['node', 'src/endpoint/main.ts', 'serve', '--data', data, '--port', port, '--host', '127.0.0.1']
  const [command = 'node', ...rest] = [...under, ...words]
  const child = spawn(command, rest, {
    cwd: program,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(origin === undefined ? {} : { MAI_AM_ORIGIN: origin }) },
  })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) {
      child.stdout.resume()
      return { url: (JSON.parse(line) as { url: string }).url, process: child }
    }
  }
  throw new Error('the endpoint ended before it was ready')
}

const ended = async (child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>((done) => {
    child.once('exit', () => done())
    child.kill(signal)
  })
}
