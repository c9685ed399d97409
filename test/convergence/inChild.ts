import { spawn } from 'node:child_process'
import type { Substitution } from './substitute.ts'
import type { Outcome } from './world/oneRun.ts'

export type Asked = {
  substitutions?: readonly Substitution[]
  untilFailure?: boolean
} & ({ from: number; count: number } | { seeds: readonly number[] })

/** Runs seeds in a process of their own, where pieces of the source may be exchanged. Rejects where it could not run. */
export const inChild = async ({ substitutions = [], ...asked }: Asked): Promise<Outcome[]> => {
  const words = ['--no-warnings', '--max-semi-space-size=64', 'test/convergence/child.ts']
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(JSON.stringify({ substitutions, ...asked }))
  const outcomes: Outcome[] = []
  let said = ''
  child.stderr.on('data', (part) => {
    said = (said + part).slice(-4000)
  })
  // By line feeds alone: what is told may hold any other end of a line.
  let told = ''
  child.stdout.setEncoding('utf8').on('data', (part) => {
    const lines = (told + part).split('\n')
    told = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('{')) outcomes.push(JSON.parse(line) as Outcome)
  })
  const code = await new Promise<number | null>((ended) => child.on('close', ended))
  if (code !== 0) throw new Error(`the world's process ended with ${code}: ${said}`)
  return outcomes
}
