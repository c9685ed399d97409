import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import type { StampedEntry } from '../../src/domain/entries/entry.ts'
import { checklistsIn } from '../../src/domain/foundation/checklists.ts'
import { firstChecklist } from '../../src/domain/foundation/firstChecklist.ts'
import { packRows } from '../../src/domain/lists/packedRows.ts'
import { districtEntries, emptyDistrictState, foldDistrict } from '../../src/domain/people/districtState.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { foldVersionOf } from '../../src/endpoint/lists/foldVersion.ts'
import { splitParts } from '../../src/wire/columns/columnBody.ts'
import { type ListAhead, readList } from '../../src/wire/columns/listColumns.ts'
import { fillBook } from '../bench/fillBook.ts'
import { readDeflated } from '../support/columnSync.ts'
import type { TestDevice } from '../support/testDevice.ts'
import { district, kengDu, muongLong, myLy, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
let mai: TestDevice
const fold = foldVersionOf('.')
beforeAll(async () => {
  endpoint = await startTestEndpoint()
  mai = await endpoint.device('district', [])
  const hung = await endpoint.device('district', [])
  for (const book of [kengDu, muongLong]) await fillBook(book, 120, mai, hung)
})
afterAll(() => endpoint.close())

const ask = (device: TestDevice, books: readonly string[], more: object = {}) =>
  device.request<Buffer>('POST', '/api/lists', { json: { fold, books, most: 1_000_000, ...more } })
const listsOf = (bytes: Uint8Array): ListAhead[] => splitParts(bytes).map((part) => readList(readDeflated(part)))

/** What a phone makes of the same book, page by page. */
const madeHere = async (device: TestDevice, book: string): Promise<Omit<ListAhead, 'book'>> => {
  const { body } = await device.sync({ pull: { [district]: 0, [book]: 0 }, limit: 20_000 })
  const [state, rules] = [emptyBookState(book), emptyDistrictState(district)]
  foldDistrict(rules, body.books[district]?.entries as StampedEntry[])
  const { entries = [], cursor = 0, digest = '' } = body.books[book] ?? {}
  foldEntries(state, entries as StampedEntry[])
  const checklists = districtEntries(rules, 'checklist.published').map(({ id }) => id)
  return { seq: cursor, digest, checklists: checklists.join(), text: packRows(state, checklistsIn(rules)) }
}

it('[R-ahead-01] the list that comes ahead is, to the letter, what a phone makes of the whole book', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const answer = await ask(lan, [kengDu])
  expect(answer.status).toBe(200)
  expect(answer.answerIsRight).toBe(true)
  const lists = listsOf(answer.body)
  expect(lists.map(({ book }) => book)).toEqual([kengDu])
  expect(lists[0]).toEqual({ book: kengDu, ...(await madeHere(lan, kengDu)) })
  expect(JSON.parse(lists[0]?.text ?? '')[2]).toHaveLength(120)
  console.log(`a list of 120 households: ${answer.body.length} bytes`)
})

it('[R-ahead-01] one made before serves while little has come since; another checklist asks for another list', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const before = listsOf((await ask(lan, [kengDu])).body)[0]
  await mai.sync({ push: [mai.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'một' })] })
  expect(listsOf((await ask(lan, [kengDu])).body)[0]).toEqual(before)
  const published = mai.entry(district, 'checklist.published', uuid7(Date.now()), {
    ...firstChecklist,
    version: 2,
    from: '2027-01-01',
  })
  const { body } = await mai.sync({ push: [published] })
  expect(body.acks[0]?.status).toBe('accepted')
  const after = listsOf((await ask(lan, [kengDu])).body)[0]
  expect(after?.checklists.split(',')).toContain(published.id)
  expect(after).toEqual({ book: kengDu, ...(await madeHere(lan, kengDu)) })
})

it('[R-ahead-01] as many as fit, in the order asked, and one at least; a small book has none', async () => {
  const chief = await endpoint.device('district', [])
  const books = async (asked: string[], most: number) =>
    listsOf((await ask(chief, asked, { most })).body).map(({ book }) => book)
  expect(await books([muongLong, kengDu], 1)).toEqual([muongLong])
  expect(await books([muongLong, kengDu, muongLong], 1_000_000)).toEqual([muongLong, kengDu])
  expect(await books([myLy, district], 1_000_000)).toEqual([])
})

it('[R-ahead-02, I8] nobody gets a list of a book out of reach, by whatever name', async () => {
  const lan = await endpoint.device('recorder', [myLy])
  for (const asked of [[kengDu], [muongLong, kengDu], ['gone'], ['__proto__'], []])
    expect((await ask(lan, asked)).body).toHaveLength(0)
  const lost = await endpoint.device('recorder', [kengDu])
  expect(listsOf((await ask(lost, [kengDu])).body)).toHaveLength(1)
  await endpoint.books.db.updateTable('devices').set({ confirmed: 0 }).where('id', '=', lost.id).execute()
  expect((await ask(lost, [kengDu])).body).toHaveLength(0)
  await endpoint.books.db.updateTable('devices').set({ revokedAt: 1 }).where('id', '=', lost.id).execute()
  expect((await ask(lost, [kengDu])).status).toBe(403)
  const unsigned = await fetch(`${endpoint.url}/api/lists`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(unsigned.status).toBe(401)
})

it('[R-ahead-02, R-wire-02] other rules, and bodies that are none, are refused in words', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  expect(await ask(lan, [kengDu], { fold: 'another' })).toMatchObject({ status: 404, body: { error: 'not-found' } })
  for (const bad of [{ most: 0 }, { most: 1e9 }, { most: 'viel' }, { books: kengDu }, { books: [1] }, { fold: '' }])
    expect((await ask(lan, [kengDu], bad)).status, JSON.stringify(bad)).toBe(400)
  const huge = { books: Array.from({ length: 5000 }, (_, at) => `book-${at}-${'x'.repeat(20)}`) }
  expect([400, 413]).toContain((await ask(lan, [], huge)).status)
})

it('[R-ahead-05, I8] books come in the order in which they were given, the district’s first; to who reads all, in the district’s', async () => {
  const scopeOf = async (role: 'recorder' | 'district', books: string[]) => {
    const device = await endpoint.device(role, books)
    const { body } = await device.sync({ pull: { [district]: 0, [kengDu]: 0, [muongLong]: 0, [myLy]: 0 }, limit: 50 })
    expect(Object.keys(body.books)).toEqual(body.scope.map(({ id }) => id))
    return { scope: body.scope.map(({ id }) => id), begun: body.books[books[0] ?? kengDu]?.cursor ?? 0 }
  }
  const first = await scopeOf('recorder', [muongLong, kengDu])
  expect(first.scope).toEqual([district, muongLong, kengDu])
  // What room an answer has goes to one's own commune.
  expect(first.begun).toBeGreaterThan(0)
  expect((await scopeOf('recorder', [kengDu, muongLong])).scope).toEqual([district, kengDu, muongLong])
  expect((await scopeOf('recorder', [kengDu, kengDu, district, 'gone'])).scope).toEqual([district, kengDu])
  const all = (await scopeOf('district', [])).scope
  expect((await scopeOf('district', [muongLong])).scope).toEqual(all)
})
