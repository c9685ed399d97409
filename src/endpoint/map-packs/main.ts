/** `npm run map-pack`: one line of JSON for programs on standard output, the rest for eyes. */
import { packCommand } from './packCommand.ts'
import { PackRefused } from './packRefused.ts'
import { packToFile } from './packToFile.ts'
import { screenProgress } from './progress.ts'

try {
  const wish = packCommand(process.argv.slice(2))
  const { line, compared } = await packToFile(wish, screenProgress(process.stderr, Date.now))
  console.error(`${compared.equal} of ${compared.total} tiles read back equal to the source.`)
  if (line.attribution === '')
    console.error(
      'Nobody is named as the maker of this map (--attribution). Maps of OpenStreetMap’s data must name it.',
    )
  console.log(JSON.stringify(line))
} catch (error) {
  console.error(error instanceof PackRefused ? error.message : error)
  process.exit(1)
}
