import type { Entry } from '../../../src/domain/entries/entry.ts'
import type { BodyOf, KnownKind } from '../../../src/domain/entries/kinds.ts'
import { uuid7 } from '../../../src/endpoint/accept/uuid7.ts'
import type { TestDevice } from '../../support/testDevice.ts'
import { aBuild, aCheck, anAmendment, aRegistration, aVillage, aVisit } from '../aHousehold.ts'
import type { Chance } from '../chance.ts'

/** What many days in the field bring: of each hundred 72 visits, 15 amendments, 6 new households, 3 builds, 2 stages, 2 checks. */
export const aBatch = (device: TestDevice, book: string, size: number, chance: Chance): Entry[] => {
  const add = <K extends KnownKind>(kind: K, body: BodyOf<K>): Entry =>
    device.entry(book, kind, uuid7(Date.now()), body)
  return Array.from({ length: size }, () => {
    const part = chance.below(100)
    if (part < 72) return add('visit.recorded', aVisit(chance))
    if (part < 87) return add('household.amended', anAmendment(chance, uuid7(Date.now())))
    if (part < 93) return add('household.registered', aRegistration(chance, aVillage(chance, 1800)))
    if (part < 96) return add('build.planned', aBuild(uuid7(Date.now())))
    if (part < 98) return add('build.advanced', { stage: 'foundation', date: '2026-10-01' })
    return add('foundation.checked', aCheck(chance))
  })
}
