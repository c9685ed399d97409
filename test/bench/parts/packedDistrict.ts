import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Figure } from '../figures.ts'
import type { Bench } from '../openBench.ts'

const pack = promisify(brotliCompress)

/** Bytes of the district's entries as one JSON, packed by brotli at its best and as servers pack while they answer. */
export const packedDistrict = async (bench: Bench): Promise<Figure[]> => {
  const { entries } = await bench.filled()
  const json = Buffer.from(JSON.stringify(entries.map((entry, at) => ({ ...entry, seq: at + 1, stamp: entry.at }))))
  const figures: Figure[] = [{ name: 'JSON, not packed', unit: 'bytes', values: [json.length] }]
  for (const quality of [5, 11]) {
    process.stderr.write(`  ${json.length} bytes of JSON, brotli ${quality} …\n`)
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: json.length }
    figures.push({ name: `JSON, brotli ${quality}`, unit: 'bytes', values: [(await pack(json, { params })).length] })
  }
  return figures
}
