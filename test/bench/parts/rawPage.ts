import type { Bench } from '../openBench.ts'
import { freshPage, type VerbPage } from '../pages/freshPage.ts'
import type { PeerVerbs } from '../peers/page.ts'

/** A page with the same district in IndexedDB, two tables with the indexes that the lists need. */
export const rawPage = async (bench: Bench): Promise<VerbPage<PeerVerbs>> => {
  const { plain } = await bench.peers()
  const page = await freshPage<PeerVerbs>(`${plain}/page/`, null)
  await page.verbs.bring()
  await page.verbs.rawBegin()
  return page
}
