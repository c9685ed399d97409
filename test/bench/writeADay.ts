import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright'
import type { Entry } from '../../src/domain/entries/entry.ts'
import type { BodyOf, KnownKind } from '../../src/domain/entries/kinds.ts'
import { tick } from '../../src/domain/time/hybridClock.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { aCheck, anAmendment, aPhoto, aVisit } from './aHousehold.ts'
import { chanceOf } from './chance.ts'
import type { Known } from './fillBook.ts'

/**
 * A day's work as the forms write it: 50 visits, 10 checks, 60 amendments, with `photos` photo entries, spread over
 * ten hours, put into the phone's table of own entries as a save would. The phone must be closed to the network.
 */
export const writeADay = async (page: Page, book: string, known: readonly Known[], photos: number): Promise<void> => {
  const who = await page.evaluate(readWho)
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
  const begun = Date.now() - 10 * 3_600_000
  const entries = bodies.map(({ kind, subject, body }, index): Entry => {
    const ms = begun + Math.round((index + chance.below(90) / 100) * ((10 * 3_600_000) / bodies.length))
    clock = tick(clock !== null && Number.parseInt(clock.slice(0, 12), 16) > ms ? null : clock, ms, who.device)
    return {
      id: uuid7(ms),
      book,
      kind,
      v: 1,
      subject,
      at: clock,
      device: who.device,
      person: who.person,
      n: who.counter + index + 1,
      body,
    }
  })
  await page.evaluate(putOwn, entries)
}

const readWho = (): Promise<{ device: string; person: string; counter: number; clock: string | null }> =>
  new Promise((tell) => {
    const opening = indexedDB.open('mai-am')
    opening.onsuccess = () => {
      const meta = opening.result.transaction('meta').objectStore('meta')
      const enrolment = meta.get('enrolment')
      const counter = meta.get('counter')
      const clock = meta.get('clock')
      meta.transaction.oncomplete = () => {
        opening.result.close()
        const { device, person } = enrolment.result as { device: string; person: { id: string } }
        tell({
          device,
          person: person.id,
          counter: (counter.result as number) ?? 0,
          clock: (clock.result as string) ?? null,
        })
      }
    }
  })

const putOwn = (entries: readonly Entry[]): Promise<void> =>
  new Promise((done) => {
    const opening = indexedDB.open('mai-am')
    opening.onsuccess = () => {
      const writing = opening.result.transaction(['meta', 'own'], 'readwrite')
      for (const entry of entries)
        writing
          .objectStore('own')
          .add({ n: entry.n, id: entry.id, state: 'waiting', delivery: { at: 'waiting' }, entry })
      writing.objectStore('meta').put(entries.at(-1)?.n ?? 0, 'counter')
      writing.oncomplete = () => {
        opening.result.close()
        done()
      }
    }
  })
