import { randomBytes } from 'node:crypto'
import type { BodyOf, KnownKind } from '../../src/domain/entries/kinds.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { aCheck, anAmendment, aPhoto, aVisit } from './aHousehold.ts'
import type { Chance } from './chance.ts'
import type { Known } from './fillBook.ts'

export type Fact = { kind: KnownKind; subject: string; body: BodyOf<KnownKind> }

/** What a day brings: 50 visits, 10 checks, 60 amendments, with `photos` photo entries. */
export const aDay = (chance: Chance, known: readonly Known[], photos: number): Fact[] => {
  const facts: Fact[] = []
  const add = <K extends KnownKind>(kind: K, subject: string, body: BodyOf<K>) => facts.push({ kind, subject, body })
  const hex = (bytes: number) => randomBytes(bytes).toString('hex')
  const builds = known.flatMap(({ build }) => build ?? [])
  const pictures = (count: number) => Array.from({ length: count }, () => uuid7(Date.now()))
  for (let at = 0; at < 60; at += 1) {
    const { household, registered } = known[chance.below(known.length)] as Known
    if (at < 50) add('visit.recorded', household, aVisit(chance))
    if (at < 50 && photos > 0)
      for (const id of pictures(1).slice(0, at < photos - 50 ? 1 : 0))
        add('photo.taken', household, aPhoto(chance, hex, id))
    add('household.amended', household, anAmendment(chance, registered))
    if (at % 6 !== 0) continue
    const build = builds[chance.below(builds.length)] ?? ''
    const slots = ['corner-1', 'corner-3', 'tape', 'anchor', 'plate']
    const taken = photos === 0 ? [] : pictures(slots.length)
    for (const [index, id] of taken.entries()) add('photo.taken', build, aPhoto(chance, hex, id, slots[index]))
    add(
      'foundation.checked',
      build,
      aCheck(chance, Object.fromEntries(taken.map((id, index) => [slots[index] ?? '', [id]]))),
    )
  }
  return facts
}
