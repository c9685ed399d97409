import { closeOnSignal, serve } from './serve.ts'
import { readSettings } from './settings.ts'

const [command = 'serve', ...words] = process.argv.slice(2)

try {
  if (command === 'start') {
    const { start } = await import('./admin/start.ts')
    await start(readSettings(words, process.env))
  } else {
    const running = await serve(readSettings(command === 'serve' ? words : [command, ...words], process.env))
    closeOnSignal(running)
    console.log(JSON.stringify({ ready: true, url: running.url }))
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
