import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** A system call as strace wrote it: when it began and ended, in seconds since 1970, and its line. */
export type Call = { name: string; at: number; done: number; line: string }

/**
 * strace is installed where root and apt are there, as the browser is; without it, or where tracing is forbidden, this
 * says why: nothing can be counted there.
 */
export const whyNoStrace = (): string | null => {
  if (!existsSync('/usr/bin/strace') && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'strace'], { stdio: 'ignore' })
  }
  try {
    execFileSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'pipe' })
    return null
  } catch (error) {
    return `strace does not run here: ${String(error).split('\n')[0]}`
  }
}

/** What strace is told: every thread, with paths, with times, only these calls; it stands beside, so that a kill meets the program itself. */
export const straceWords = (log: string, calls: readonly string[]): string[] => [
  '-D',
  '-f',
  '-ttt',
  '-T',
  '-y',
  '-s',
  '48',
  '--seccomp-bpf',
  '-e',
  `trace=${calls.join(',')}`,
  '-o',
  log,
]

const whole = /^(\d+)\s+(\d+\.\d+) (\w+)\((.*)<(\d+\.\d+)>$/
const begun = /^(\d+)\s+(\d+\.\d+) (\w+)\((.*)<unfinished \.\.\.>$/
const ended = /^(\d+)\s+(\d+\.\d+) <\.\.\. (\w+) resumed>(.*)<(\d+\.\d+)>$/

/** The calls of a log in the order in which they began; one that was cut in two by another thread is put together. */
export const readCalls = (log: string): Call[] => {
  const calls: Call[] = []
  const open = new Map<string, Call>()
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const one = whole.exec(line)
    const first = begun.exec(line)
    const last = ended.exec(line)
    if (one !== null) {
      const at = Number(one[2])
      calls.push({ name: one[3] ?? '', at, done: at + Number(one[5]), line: one[4] ?? '' })
    } else if (first !== null) {
      const call = { name: first[3] ?? '', at: Number(first[2]), done: Number.POSITIVE_INFINITY, line: first[4] ?? '' }
      calls.push(call)
      open.set(`${first[1]} ${first[3]}`, call)
    } else if (last !== null) {
      const call = open.get(`${last[1]} ${last[3]}`)
      if (call !== undefined) call.done = Number(last[2])
    }
  }
  return calls.sort((a, b) => a.at - b.at)
}
