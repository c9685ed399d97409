import { expect, it } from 'vitest'
import { entriesOf } from '../../src/app/store/entriesOf.ts'
import { readEnrolment } from '../../src/app/store/tables.ts'
import { canonicalJson } from '../../src/domain/book/canonicalJson.ts'
import type { Traffic } from '../fault-injection/golden/exchange.ts'
import { aPhoneOfThen } from './support/aPhoneOfThen.ts'

const recorded = import.meta.glob<Traffic>('../fault-injection/golden/*/traffic.json', {
  eager: true,
  import: 'default',
})
const versions = Object.values(recorded).map((traffic) => [traffic.version, traffic] as const)

it('[R-golden-01] there is recorded traffic to hold today’s phone against', () => {
  expect(versions.length).toBeGreaterThan(0)
})

for (const [version, traffic] of versions)
  for (const whose of ['then', 'later'] as const)
    it(`[I9, I2, R-golden-03] answers of an endpoint of ${version}, ${whose === 'then' ? 'as they were given' : 'with what a later one adds'}, hand everything in on today’s phone`, async () => {
      const phone = await aPhoneOfThen(traffic, whose)
      for (let left = phone.left(); left > 0; left = phone.left()) {
        expect(await phone.sync()).toMatchObject({ at: 'done' })
        // Each hand-in asked something, or this would never end.
        expect(phone.left()).toBeLessThan(left)
      }
      const { database } = phone
      const own = await database.own.orderBy('n').toArray()
      expect(own.map(({ state }) => state)).toEqual(own.map(() => 'handed-in'))
      expect((await database.photos.toArray()).map(({ state }) => state)).toEqual(['safe'])
      // Everything that came down lies there as it was sent: unknown kinds and fields too.
      const pages = await database.pages.orderBy('[book+from]').toArray()
      const kept = (await Promise.all(pages.map(entriesOf))).flat()
      expect(kept.map((entry) => entry.id)).toEqual(expect.arrayContaining(phone.pulled.map(({ id }) => id)))
      const texts = new Map(kept.map((entry) => [entry.id, canonicalJson(entry)]))
      for (const entry of phone.pulled) expect(texts.get(entry.id)).toBe(canonicalJson(entry))
      expect(phone.pulled.some(({ kind }) => kind === 'roof.painted')).toBe(true)
      // And the phone's own digest of each book is the one that the endpoint told.
      for (const [book, digest] of phone.digests) expect((await database.cursors.get(book))?.digest, book).toBe(digest)
      expect((await readEnrolment(database))?.books.length).toBeGreaterThan(1)
    })
