import type { Page } from 'playwright'
import type { Entry } from '../../src/domain/entries/entry.ts'
import { tick } from '../../src/domain/time/hybridClock.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { aDay } from './aDay.ts'
import { chanceOf } from './chance.ts'
import type { Known } from './fillBook.ts'

const tenHoursMs = 10 * 3_600_000

/**
 * A day's work as the forms write it, spread over ten hours from `begunMs` on, put into the phone's table of own entries
 * as a save would. The phone must be closed to the network. Returns what was written.
 */
export const writeADay = async (
  page: Page,
  book: string,
  known: readonly Known[],
  photos: number,
  begunMs: number = Date.now() - tenHoursMs,
): Promise<Entry[]> => {
  const who = await page.evaluate(readWho)
  const chance = chanceOf(photos + 7)
  const bodies = aDay(chance, known, photos)
  let clock = who.clock
  const entries = bodies.map(({ kind, subject, body }, index): Entry => {
    const ms = begunMs + Math.round((index + chance.below(90) / 100) * (tenHoursMs / bodies.length))
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
  return entries
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
