import { readFileSync } from 'node:fs'

/** The most that a process has held so far, in MB. */
export const memoryMb = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)

/** Processor time of a process so far, in seconds, all threads: it says the same on a busy machine. */
export const cpuSeconds = (pid: number): number => {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = rest.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
