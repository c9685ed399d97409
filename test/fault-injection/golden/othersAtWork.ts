import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Entry } from '../../../src/domain/entries/entry.ts'
import type { KnownKind } from '../../../src/domain/entries/kinds.ts'
import { uuid7 } from '../../../src/endpoint/accept/uuid7.ts'
import { aPicture } from '../../support/aPicture.ts'
import type { TestDevice } from '../../support/testDevice.ts'
import { sendPhoto } from '../support/sendPhoto.ts'

/** Every kind there is, by its example, each with an entry about the same subject: what this version writes. */
export const everyKind = async (mai: TestDevice): Promise<void> => {
  const files = globSync('src/wire/examples/*.json').filter((path) => basename(path) !== 'hashes.json')
  const push = files.sort().map((path) => {
    const { book, kind, subject, body } = JSON.parse(readFileSync(path, 'utf8')) as Entry
    return mai.entry(book, kind as KnownKind, subject, body as never)
  })
  await mai.sync({ push })
  await mai.request('POST', '/api/photos/have', { json: { sha256: ['0'.repeat(64)] } })
  await sendPhoto(mai, aPicture(7, 900), 'preview')
  await mai.sync({ pull: { '40-417': 0, '40-417-16816': 0, 'no-such-book': 0 }, limit: 3 })
}

/** What a device of a later version would say: kinds, versions and fields that nobody knows today; another protocol. */
export const fromALater = async (chò: TestDevice, book: string): Promise<void> => {
  const household = uuid7(Date.now())
  const note = (text: string, more: object = {}, entry: Partial<Entry> & { [field: string]: unknown } = {}) =>
    chò.entry(book, 'note.added', household, { text, ...more } as never, entry as Partial<Entry>)
  const push = [
    chò.entry(book, 'household.registered', household, {
      headName: 'Vừ Bá Chò',
      village: `${book}-huoi-le`,
      roof: { kind: 'tôn', sheets: [12, 3.5e-7, 1e21], 'của ai': null },
    } as never),
    note('trường lạ', { mood: { today: 1, words: ['đỏ', '\u2028', '😀'] } }),
    note('loại lạ', {}, { kind: 'roof.painted', v: 7, body: { colour: 'đỏ', deep: [{ a: [] }] }, later: true }),
    note('bản thân sau', {}, { v: 2, body: { text: 'bản sau', lines: ['a'] } }),
  ]
  await chò.sync({ push, mood: 'later', build: 'web-2', pull: { [book]: 0 } } as never)
  await chò.sync({ protocol: 2, push: [note('giao thức khác')], pull: { [book]: 0 } })
  await chò.request('GET', '/api/tomorrow')
}
