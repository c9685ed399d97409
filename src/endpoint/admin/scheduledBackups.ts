import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keptBackups } from './keptBackups.ts'

export type BackupPlan = { dir: string; everyMs: number }

const dayMs = 86_400_000
/** After one that failed, and between looks at the clock: a suspended machine's timers stand still too. */
const lookEveryMs = 10 * 60_000
const commands = fileURLToPath(new URL('./main.ts', import.meta.url))

/**
 * Makes a verified backup into `plan.dir` whenever the newest one there is older than `everyMs`, in a process of its own,
 * so that nobody's hand-in waits for it, and drops old ones. One that fails is said, tried again at the next look, and
 * drops nothing. Returns how to stop.
 */
export const scheduleBackups = (data: string, plan: BackupPlan): (() => Promise<void>) => {
  mkdirSync(plan.dir, { recursive: true, mode: 0o700 })
  let making: ChildProcess | null = null
  let ended: Promise<void> = Promise.resolve()
  const look = (): void => {
    const newest = Math.max(0, ...backupsIn(plan.dir).values())
    if (making !== null || Date.now() - newest < plan.everyMs) return
    const file = join(plan.dir, nameOf(Date.now()))
    const child = spawn(process.execPath, [commands, '--data', data, 'backup', '--to', file], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    making = child
    if (child.pid !== undefined) lowered(child.pid)
    ended = new Promise((done) => {
      child.once('error', (error) => console.error('Backup:', error))
      child.once('close', (code) => {
        making = null
        if (code === 0) dropOld(plan.dir)
        else if (!child.killed) console.error(`Backup: ${file} was not made; phones go on, older backups stay.`)
        done()
      })
    })
  }
  look()
  const looking = setInterval(look, Math.min(lookEveryMs, plan.everyMs))
  return async () => {
    clearInterval(looking)
    making?.kill()
    await ended
  }
}

/** Hand-ins come first. Where the system does not let it, it goes as it is. */
const lowered = (pid: number): void => {
  try {
    setPriority(pid, 10)
  } catch {
    // Only a politeness.
  }
}

const nameOf = (ms: number): string => `mai-am-${new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')}.tar.gz`
const ourName = /^mai-am-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz$/

/** The backups of a folder that were made here, with their time in ms since 1970; nothing else is ever touched. */
const backupsIn = (dir: string): ReadonlyMap<string, number> =>
  new Map(
    readdirSync(dir).flatMap((name) => {
      const [, year, month, day, hour, minute, second] = ourName.exec(name) ?? []
      return year === undefined
        ? []
        : [[name, Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)] as const]
    }),
  )

const dropOld = (dir: string): void => {
  const made = backupsIn(dir)
  const kept = keptBackups([...made.values()], Date.now())
  for (const [name, ms] of made) if (!kept.has(ms)) rmSync(join(dir, name), { force: true })
  // What a backup was made in, where its process was killed on the way.
  for (const name of readdirSync(dir).filter((one) => one.startsWith('.mai-am-backup-'))) {
    const path = join(dir, name)
    if (existsSync(path) && Date.now() - statSync(path).mtimeMs > dayMs) rmSync(path, { recursive: true, force: true })
  }
}
