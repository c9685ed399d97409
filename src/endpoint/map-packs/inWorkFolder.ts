import { readdirSync, rmSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { PackRefused } from './packRefused.ts'
import { writeFault } from './writeFault.ts'

const workName = '.map-pack-'
const dayMs = 86_400_000

/**
 * A folder beside `to`, on the same disk, in which a pack is made; it goes with whatever is in it, however the making
 * ends. What the disk refuses is said in words.
 */
export const inWorkFolder = async <T>(to: string, act: (work: string) => Promise<T>): Promise<T> => {
  const dir = dirname(resolve(to))
  if (statSync(to, { throwIfNoEntry: false })?.isDirectory())
    throw new PackRefused('unwritable', { dir: to, why: 'a folder stands there' })
  let work = ''
  // A process that is told to end leaves nothing behind either.
  const tidy = () => {
    if (work !== '') rmSync(work, { recursive: true, force: true })
    process.exit(1)
  }
  process.once('SIGINT', tidy).once('SIGTERM', tidy)
  try {
    dropOld(dir)
    work = await mkdtemp(join(dir, workName))
    return await act(work)
  } catch (error) {
    throw writeFault(error, dir)
  } finally {
    process.off('SIGINT', tidy).off('SIGTERM', tidy)
    if (work !== '') await rm(work, { recursive: true, force: true })
  }
}

/** What a making that was killed, or lost its power, left behind a day ago or longer. */
const dropOld = (dir: string): void => {
  for (const name of readdirSync(dir).filter((one) => one.startsWith(workName))) {
    const path = join(dir, name)
    const { mtimeMs = Number.POSITIVE_INFINITY } = statSync(path, { throwIfNoEntry: false }) ?? {}
    if (Date.now() - mtimeMs > dayMs) rmSync(path, { recursive: true, force: true })
  }
}
