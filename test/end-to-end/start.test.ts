import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { TestDevice } from '../support/testDevice.ts'

let running: ChildProcess | null = null
const stop = async () => {
  const child = running
  running = null
  if (child?.pid === undefined || child.exitCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  // npm, its shell and the endpoint: the whole group that this test began.
  process.kill(-child.pid, 'SIGTERM')
  await gone
}
const data = mkdtempSync(join(tmpdir(), 'mai-am-start-'))
afterEach(async () => {
  await stop()
  rmSync(data, { recursive: true, force: true })
})

/** `npm start` as a person runs it, until it says that it is ready. */
const npmStart = async (): Promise<string> => {
  const env = { ...process.env, NODE_ENV: 'production', MAI_AM_DATA: data, MAI_AM_PORT: '0' }
  const child = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  running = child
  let said = ''
  for await (const part of child.stdout) {
    said += String(part)
    if (/ready: http/.test(said)) break
  }
  child.stdout.resume()
  return said
}
const codesOf = (said: string) => [...said.matchAll(/#enrol=(\S+)/g)].map(([, code]) => code ?? '')
const urlOf = (said: string) => /ready: (\S+)/.exec(said)?.[1] ?? ''

it('[R-demo-08] npm start in an empty folder makes the trial, prints four links, and a restart prints fresh ones', async () => {
  const first = await npmStart()
  expect(codesOf(first).length).toBe(4)
  for (const word of ['recorder', 'inspector', 'office', 'admin']) expect(first).toContain(word)
  const lan = await TestDevice.enrolled(urlOf(first), codesOf(first)[0] ?? '')
  expect(lan.enrolled?.books.map(({ title }) => title)).toEqual(['Kỳ Sơn (bản thử)', 'Keng Đu', 'Mỹ Lý'])
  const office = await TestDevice.enrolled(urlOf(first), codesOf(first)[2] ?? '')
  const heads = await takeAlong(office)
  expect(Object.keys(heads).length).toBe(22)
  const megabytes = mostMemory(running?.pid ?? 0) / 1024
  console.log(`most memory of the endpoint with the trial: ${Math.round(megabytes)} MB`)
  expect(megabytes).toBeLessThan(200)
  await stop()

  const second = await npmStart()
  expect(second).not.toContain('making the trial')
  expect(codesOf(second).length).toBe(4)
  expect(codesOf(second).filter((code) => codesOf(first).includes(code))).toEqual([])
  const mai = await TestDevice.enrolled(urlOf(second), codesOf(second)[2] ?? '')
  expect(await takeAlong(mai)).toEqual(heads)
})

/** Pulls every book to its end, page by page as the app does; the last seq of each. */
const takeAlong = async (device: TestDevice): Promise<{ [book: string]: number }> => {
  const pull = Object.fromEntries((device.enrolled?.books ?? []).map(({ id }) => [id, 0]))
  for (let more = true; more; ) {
    more = false
    const { body } = await device.sync({ pull, limit: 2000 })
    for (const [book, page] of Object.entries(body.books)) {
      pull[book] = page.cursor
      more ||= page.more
    }
  }
  return pull
}

/** The greatest memory (VmHWM, KB) that the endpoint's process of this group has had; 0 where there is no /proc. */
const mostMemory = (group: number): number => {
  const processes = (existsSync('/proc') ? readdirSync('/proc') : []).filter((name) => /^\d+$/.test(name))
  const sizes = processes.map((id) => {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8')
      const ownGroup = Number(
        readFileSync(`/proc/${id}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ')[2],
      )
      if (ownGroup !== group || !command.includes('src/endpoint/main.ts')) return 0
      return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0)
    } catch {
      // It ended while we looked.
      return 0
    }
  })
  return Math.max(0, ...sizes)
}
