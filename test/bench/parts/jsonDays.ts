import { brotliCompressSync, constants } from 'node:zlib'
import type { Thin } from '../lines/oneWay.ts'
import { startLine } from '../lines/startLine.ts'
import type { Bench } from '../openBench.ts'
import { freshPage } from '../pages/freshPage.ts'
import type { PeerVerbs } from '../peers/page.ts'
import { type DayOf, type Days, overLine } from './days.ts'

/** One POST of the day as JSON, by brotli at its best and as servers pack on the way. */
export const jsonDays = async (bench: Bench, thin: Thin | null, day: DayOf): Promise<Days[]> => {
  const { plain } = await bench.peers()
  const line = await startLine(plain, '/json')
  const { verbs, remove } = await freshPage<PeerVerbs>(`${line.url}/page/`, null)
  const one = (quality: number): Days => ({
    name: `JSON, brotli ${quality}`,
    run: async (round) => {
      const asked = { protocol: 1, build: 'bench', epoch: null, push: day(round), pull: {}, limit: 2000 }
      const packed = brotliCompressSync(JSON.stringify(asked), {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: quality,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        },
      })
      line.become(thin)
      line.reset()
      const ms = await verbs.jsonHandIn(packed.toString('base64'))
      line.become(null)
      return { ...overLine(line, ms), 'body alone': [packed.length, 'bytes'] }
    },
    remove: async () => undefined,
  })
  const best = one(11)
  return [
    {
      ...best,
      remove: async () => {
        await remove()
        await line.close()
      },
    },
    one(5),
  ]
}
