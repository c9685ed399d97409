import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { sealedLines, sealText } from '../../src/wire/signing/texts.ts'
import { hashOf, sha256Hex, type TestDevice } from '../support/testDevice.ts'
import { kengDu, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
let lan: TestDevice
let hung: TestDevice
beforeAll(async () => {
  endpoint = await startTestEndpoint()
  lan = await endpoint.device('recorder', [kengDu], 'Lan')
  hung = await endpoint.device('inspector', [kengDu], 'Hùng')
})
afterAll(() => endpoint.close())

const note = (device: TestDevice, text: string) => device.entry(kengDu, 'note.added', uuid7(Date.now()), { text })
const pulled = async (device: TestDevice, after: number, more: object = {}) => {
  const { body } = await device.sync({ pull: { [kengDu]: after }, ...more })
  const page = body.books[kengDu]
  if (page === undefined) throw new Error('no page')
  return { ...page, texts: page.entries.map((entry) => (entry.body as { text: string }).text) }
}

it('[R-fast-03, I6] a page that was asked for before is the same page, sealed as a whole, for whoever asks', async () => {
  await lan.sync({ push: ['một', 'hai', 'ba'].map((text) => note(lan, text)) })
  const first = await pulled(lan, 0)
  expect(first.texts).toEqual(['một', 'hai', 'ba'])
  expect(await pulled(hung, 0)).toEqual(first)
  // Two of three, and then the book grows: other pages, right ones.
  const two = await pulled(lan, 0, { limit: 2 })
  expect([two.texts, two.cursor, two.more]).toEqual([['một', 'hai'], 2, true])
  await lan.sync({ push: [note(lan, 'bốn')] })
  expect((await pulled(hung, 0)).texts).toEqual(['một', 'hai', 'ba', 'bốn'])
  expect((await pulled(hung, 0, { limit: 2 })).seal).toBe(two.seal)
  const at = await pulled(hung, 4)
  expect([at.texts, at.cursor, at.more, at.digest]).toEqual([[], 4, false, (await pulled(lan, 3)).digest])
})

it('[R-fast-03, I5] what one device handed in just now is left out for it alone, and stands in the seal of both', async () => {
  const before = await pulled(hung, 0)
  const mine = note(lan, 'năm')
  const own = await pulled(lan, 0, { push: [mine] })
  const others = await pulled(hung, 0)
  expect(own.texts).toEqual(before.texts)
  expect(others.texts).toEqual([...before.texts, 'năm'])
  expect([own.digest, own.seal]).toEqual([others.digest, others.seal])
  const lines = others.entries.map((entry) => [entry.seq, hashOf(entry), entry.stamp] as const)
  const { epoch } = endpoint.keys
  const sealed = sealText({ epoch, book: kengDu, from: 1, to: 5, digest: sha256Hex(sealedLines(lines)) })
  expect(await lan.endpointSigned(sealed, others.seal)).toBe(true)
})

it('[R-fast-03, L7] a page that the disk damaged is not kept: once mended, it is right for everybody', async () => {
  const entry = note(lan, 'mười bao')
  await lan.sync({ push: [entry] })
  const said = async (from: string, to: string) => {
    const row = endpoint.books.db.selectFrom('entries').select('text').where('id', '=', entry.id)
    const text = (await row.executeTakeFirstOrThrow()).text.replace(from, to)
    await endpoint.books.db.updateTable('entries').set({ text }).where('id', '=', entry.id).execute()
  }
  await said('mười', 'trăm')
  expect((await pulled(hung, 5)).texts).toEqual(['trăm bao'])
  await said('trăm', 'mười')
  expect((await pulled(hung, 5)).texts).toEqual(['mười bao'])
})
