/** Each thread has its own tsconfig, so that domain code has no DOM, the worker no document, the endpoint no window. */
import { spawnSync } from 'node:child_process'

const threads = ['src/domain', 'src/wire', 'src/app', 'src/app/service-worker', 'src/endpoint', 'test']
const failed = threads.filter((thread) => {
  const { status } = spawnSync('tsc', ['-p', thread, '--noEmit', '--pretty', 'false'], { stdio: 'inherit' })
  return status !== 0
})
console.log(`types: ${threads.length - failed.length} of ${threads.length} threads clean`)
process.exit(failed.length > 0 ? 1 : 0)
