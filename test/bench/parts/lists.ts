import { largestCommune } from '../district/largestCommune.ts'
import { inTurn, type Runner, type Seen } from '../inTurn.ts'
import type { Part } from '../openBench.ts'
import { ourPage } from './ourPage.ts'
import { rawPage } from './rawPage.ts'

/** Looked for in turn: few, some, many, none of the names. */
const texts = ['lo van pao', 'moong thi', 'xong', 'khong co ten nay']

/** A list of a thousand, searches over all households, the board's counts: warm, as somebody works. */
export const lists: Part = async (bench) => {
  const ours = await ourPage(bench)
  const raw = await rawPage(bench)
  const { communes } = bench.district
  const { id: commune } = largestCommune(bench.district)
  const work: Runner[] = [
    {
      name: 'ours',
      run: async () => {
        const { ms, rows } = await ours.verbs.listed(commune)
        return { 'list of 1,000': [ms, 'ms'], rows: [rows, 'count'], counts: [await ours.verbs.counts(), 'ms'] }
      },
    },
    {
      name: 'raw',
      run: async () => {
        const { all, cursor, rows } = await raw.verbs.rawListed(commune)
        const counts = await raw.verbs.rawCounts(communes.map(({ id }) => id))
        return {
          'list of 1,000': [all, 'ms'],
          'list of 1,000, by cursor': [cursor, 'ms'],
          rows: [rows, 'count'],
          counts: [counts, 'ms'],
        }
      },
    },
    ...texts.flatMap((text): Runner[] => [
      {
        name: 'ours',
        run: async (): Promise<Seen> => ({ 'prefix and contains search': [(await ours.verbs.search(text)).ms, 'ms'] }),
      },
      {
        name: 'raw',
        run: async (): Promise<Seen> => {
          const { prefix, contains } = await raw.verbs.rawSearch(text)
          return { 'prefix search': [prefix, 'ms'], 'contains search': [contains, 'ms'] }
        },
      },
    ]),
  ]
  // Once for nobody: what is measured is warm.
  await inTurn(1, work)
  const figures = await inTurn(bench.sizes.rounds, work)
  await ours.remove()
  await raw.remove()
  return {
    figures,
    notes: [
      `Searches: ${texts.join(', ')}. Ours finds names that begin with the text first, then those that contain every word, in one search; raw finds those that begin with it by an index, and those that contain it by a cursor over all.`,
      'Raw: `getAll` of an index of commune, village and name; by cursor beside it. Counts: `count` of an index for each of 8 stages and 21 communes; ours makes the whole board, villages, tents and visits too.',
      '60 of 100 households have a build here, as far as it is built.',
    ],
  }
}
