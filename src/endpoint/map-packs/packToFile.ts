import { inWorkFolder } from './inWorkFolder.ts'
import { type MadePack, makePack } from './makePack.ts'
import type { PackCommand } from './packCommand.ts'
import type { Progress } from './progress.ts'
import { publishPack } from './publishPack.ts'
import { openSource } from './sources/openSource.ts'

/** Does what a command wishes for, whole or not at all: what was there before stays until a compared pack takes its name. */
export const packToFile = (wish: PackCommand, progress: Progress): Promise<MadePack> =>
  inWorkFolder(wish.out, async (work) => {
    progress.begin('Fetched', null)
    const source = await openSource(wish.from, wish, { work, came: (bytes) => progress.step(0, bytes) })
    try {
      const made = await makePack(source, wish, work, progress)
      await publishPack(made, wish.out)
      return made
    } finally {
      await source.close()
    }
  }).finally(() => progress.end())
