import type { OurVerbs } from '../in-page/ours.ts'
import type { Bench } from '../openBench.ts'
import { bundled } from '../pages/bundled.ts'
import { freshPage, type VerbPage } from '../pages/freshPage.ts'

/** A page with the app's own code but its screens, on the endpoint's address, holding the whole district with its builds. */
export const ourPage = async (bench: Bench): Promise<VerbPage<OurVerbs>> => {
  const { endpoint, addBuilds } = await bench.filled()
  await addBuilds()
  const { code } = endpoint.invite(
    'Lan',
    'recorder',
    bench.district.communes.map(({ id }) => id),
  )
  const page = await freshPage<OurVerbs>(`${endpoint.url}/bench-page`, await bundled('test/bench/in-page/ours.ts'))
  const here = await page.verbs.begin(code)
  if (here !== bench.sizes.households) throw new Error(`${here} households came`)
  return page
}
