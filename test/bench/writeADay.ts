import type { Page } from 'playwright'
import type { Entry } from '../../src/domain/entries/entry.ts'
import { aDay, type Who } from './aDay.ts'
import type { Known } from './fillBook.ts'

/**
 * A day's work as the forms write it, spread over ten hours from `begunMs` on, put into the phone's table of own entries
 * as a save would. The phone must be closed to the network. Returns what was written.
 */
export const writeADay = async (
  page: Page,
  book: string,
  known: readonly Known[],
  photos: number,
  begunMs?: number,
): Promise<Entry[]> => {
  const who = await page.evaluate(readWho)
  const entries = aDay(who, book, known, photos, begunMs)
  await page.evaluate(putOwn, entries)
  return entries
}

const readWho = (): Promise<Who> =>
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
