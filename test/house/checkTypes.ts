/** Each thread has its own tsconfig, so that domain code has no DOM, the worker no document, the endpoint no window. */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** The largest first: as many at a time as there are cores. */
const threads = ['test', 'src/app', 'src/endpoint', 'src/domain', 'src/wire', 'src/app/service-worker']
const waiting = [...threads]
const failed: string[] = []

const check = (thread: string): Promise<void> =>
  new Promise((done) => {
    let said = ''
    const tsc = spawn('tsc', ['-p', thread, '--noEmit', '--pretty', 'false'], { stdio: ['ignore', 'pipe', 'inherit'] })
    tsc.stdout.on('data', (part) => {
      said += String(part)
    })
    tsc.once('close', (status) => {
      if (status !== 0) failed.push(thread)
      process.stdout.write(said)
      done()
    })
  })

const next = async (): Promise<void> => {
  for (let thread = waiting.shift(); thread !== undefined; thread = waiting.shift()) await check(thread)
}

await Promise.all(Array.from({ length: availableParallelism() }, next))
console.log(`types: ${threads.length - failed.length} of ${threads.length} threads clean`)
process.exit(failed.length > 0 ? 1 : 0)
