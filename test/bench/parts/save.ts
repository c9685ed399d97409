import { aVisit } from '../aHousehold.ts'
import { chanceOf } from '../chance.ts'
import { inTurn } from '../inTurn.ts'
import type { Part } from '../openBench.ts'
import { ourPage } from './ourPage.ts'
import { rawPage } from './rawPage.ts'

/** Saves in a round, so that one slow write of the disk is one of many. */
const saves = 12

/** A visit, from the form's verb to saved, lists included, beside one strict put. */
export const save: Part = async (bench) => {
  const ours = await ourPage(bench)
  const raw = await rawPage(bench)
  const chance = chanceOf(bench.sizes.seed)
  const one = () => chance.oneOf(bench.district.households)
  const work = [
    {
      name: 'ours: visit saved, lists made',
      run: async () => {
        const { id, commune } = one()
        return { '': [await ours.verbs.save(commune, id, aVisit(chance)), 'ms'] as const }
      },
    },
    { name: 'raw: one strict put', run: async () => ({ '': [await raw.verbs.rawSave(one().id), 'ms'] as const }) },
    {
      name: 'raw: the household’s row with it',
      run: async () => ({ '': [await raw.verbs.rawSaveWithRow(one().id), 'ms'] as const }),
    },
  ]
  await inTurn(3, work)
  const figures = await inTurn(bench.sizes.rounds * saves, work)
  await ours.remove()
  await raw.remove()
  return {
    figures,
    notes: [
      'Both with durability `strict`, into a database that holds the whole district. Ours saves the entry, its number and the clock in one transaction, folds it, and makes the household’s row and the list anew; raw puts one visit, or the visit and its household’s row.',
    ],
  }
}
