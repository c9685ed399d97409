import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import type { TestDevice } from '../support/testDevice.ts'
import { aBuild, aCheck, aRegistration, aVillage, aVisit } from './aHousehold.ts'
import { chanceOf } from './chance.ts'
import { Pushing } from './pushing.ts'

/** What the bench must know of a household to write more about it. */
export type Known = { household: string; registered: string; build: string | null }

/** Fills a book as work fills it: a device of the office records, another reviews, each handing in by the contract. */
export const fillBook = async (
  book: string,
  households: number,
  recorder: TestDevice,
  inspector: TestDevice,
): Promise<Known[]> => {
  const chance = chanceOf(households)
  const records = new Pushing(recorder)
  const reviews = new Pushing(inspector)
  const known: Known[] = []
  for (let at = 0; at < households; at += 1) {
    const household = uuid7(Date.now())
    const registered = recorder.entry(
      book,
      'household.registered',
      household,
      aRegistration(chance, aVillage(chance, households)),
    )
    await records.add(registered)
    const build = chance.yes(0.6) ? uuid7(Date.now()) : null
    known.push({ household, registered: registered.id, build })
    for (let visits = chance.below(5); visits > 0; visits -= 1)
      await records.add(recorder.entry(book, 'visit.recorded', household, aVisit(chance)))
    if (build === null) continue
    await records.add(recorder.entry(book, 'build.planned', build, aBuild(household)))
    if (chance.yes(0.3)) continue
    await records.add(recorder.entry(book, 'build.advanced', build, { stage: 'foundation', date: '2026-10-01' }))
    if (chance.yes(0.3)) continue
    const check = recorder.entry(book, 'foundation.checked', build, aCheck(chance))
    await records.add(check)
    if (chance.yes(0.8))
      await reviews.add(inspector.entry(book, 'foundation.reviewed', build, { check: check.id, decision: 'accepted' }))
    if (chance.yes(0.6))
      await records.add(recorder.entry(book, 'build.advanced', build, { stage: 'frame', date: '2026-11-01' }))
  }
  await records.end()
  await reviews.end()
  return known
}
