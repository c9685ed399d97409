import { randomBytes } from 'node:crypto'
import type { Entry } from '../../src/domain/entries/entry.ts'
import type { BodyOf, KnownKind } from '../../src/domain/entries/kinds.ts'
import { tick } from '../../src/domain/time/hybridClock.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { aCheck, anAmendment, aPhoto, aVisit } from './aHousehold.ts'
import { chanceOf } from './chance.ts'
import type { Known } from './fillBook.ts'

const tenHoursMs = 10 * 3_600_000

export type Who = { device: string; person: string; counter: number; clock: string | null }

/** A day's work as the forms write it: 50 visits, 10 checks, 60 amendments, `photos` photo entries, over ten hours from `begunMs` on. */
export const aDay = (
  who: Who,
  book: string,
  known: readonly Known[],
  photos: number,
  begunMs: number = Date.now() - tenHoursMs,
): Entry[] => {
  const chance = chanceOf(photos + 7)
  const bodies: { kind: KnownKind; subject: string; body: BodyOf<KnownKind> }[] = []
  const add = <K extends KnownKind>(kind: K, subject: string, body: BodyOf<K>) => bodies.push({ kind, subject, body })
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
  let clock = who.clock
  return bodies.map(({ kind, subject, body }, index): Entry => {
    const ms = begunMs + Math.round((index + chance.below(90) / 100) * (tenHoursMs / bodies.length))
    clock = tick(clock !== null && Number.parseInt(clock.slice(0, 12), 16) > ms ? null : clock, ms, who.device)
    const n = who.counter + index + 1
    return { id: uuid7(ms), book, kind, v: 1, subject, at: clock, device: who.device, person: who.person, n, body }
  })
}
