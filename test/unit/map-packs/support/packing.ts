import { readFileSync } from 'node:fs'
import { tileIdToZxy } from 'pmtiles'
import type { MadePack } from '../../../../src/endpoint/map-packs/makePack.ts'
import { packCommand } from '../../../../src/endpoint/map-packs/packCommand.ts'
import { packToFile } from '../../../../src/endpoint/map-packs/packToFile.ts'
import { noProgress } from '../../../../src/endpoint/map-packs/progress.ts'
import { mapPack } from '../../../../src/wire/messages/maps.ts'
import { readerOf } from './aPack.ts'

/** What the command does with these words, in this process; title and books are given where the words don't. */
export const packing = async (
  out: string,
  ...words: string[]
): Promise<MadePack & { line: ReturnType<typeof mapPack.parse> }> => {
  const made = await packToFile(
    packCommand(['--title', 'Thử', '--books', '40-417', '--out', out, ...words]),
    noProgress,
  )
  const line = mapPack.parse(JSON.parse(readFileSync(out.replace(/\.pmtiles$/, '.json'), 'utf8')))
  return { ...made, line }
}

/** Every tile of a small pack that lies between zooms 0 and `most`, as `z/x/y` with its bytes unpacked, as text. */
export const tilesIn = async (path: string, most: number): Promise<{ [zxy: string]: string }> => {
  const { pack, close } = readerOf(path)
  const found: { [zxy: string]: string } = {}
  for (let id = 0; id < (4 ** (most + 1) - 1) / 3; id += 1) {
    const [z, x, y] = tileIdToZxy(id)
    const read = await pack.getZxy(z, x, y)
    if (read !== undefined) found[`${z}/${x}/${y}`] = Buffer.from(read.data).toString('latin1')
  }
  await close()
  return found
}
