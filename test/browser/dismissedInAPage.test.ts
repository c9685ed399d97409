import { expect, it } from 'vitest'
import { browserDevice } from '../../src/app/device/browserDevice.ts'
import { applyPage } from '../../src/app/store/applyPage.ts'
import { openStore } from '../../src/app/store/openStore.ts'
import { saveEntries } from '../../src/app/store/saveEntries.ts'
import { settleHeld } from '../../src/app/store/settleHeld.ts'
import { entryIn } from '../../src/domain/book/bookState.ts'
import { enrolledDatabase } from './support/enrolledDatabase.ts'

const book = '40-417-16822'

it('[I5, L6] what another handed in for this phone and the office let in stands by its number, whatever the office said of this phone’s own', async () => {
  const database = await enrolledDatabase(book)
  const body = { headName: 'Lô Văn Páo', village: 'v1' }
  const registered = { book, kind: 'household.registered' as const, subject: browserDevice.uuid7(), body }
  const [entry] = await saveEntries(database, browserDevice, [registered], null)
  if (entry === undefined) throw new Error('nothing was saved')
  await database.own.update(entry.n, { state: 'held', delivery: { at: 'held', code: 'clock', detail: '' } })
  const store = await openStore(database, browserDevice)
  const stamp = `${entry.at.slice(0, 12)}-0001-${entry.at.slice(-8)}`
  const page = { book, from: 1, to: 1, epoch: 'e', seal: '', title: 'Keng Đu', digest: '1:' }
  await applyPage(database, { ...page, entries: [{ ...entry, seq: 1, stamp }] as never }, 6)
  await store.settled()
  const standing = () => entryIn(store.books.get(book), entry.id)
  expect(standing()).toMatchObject({ seq: 1, stamp })
  await settleHeld(database, [{ id: entry.id, outcome: 'dismissed', reason: 'viết lại' }])
  await expect.poll(() => store.own[0]?.delivery).toMatchObject({ at: 'held', code: 'dismissed' })
  expect(standing()).toMatchObject({ seq: 1, stamp })
  store.close()
  await database.open()
  const again = await openStore(database, browserDevice)
  expect(entryIn(again.books.get(book), entry.id)).toMatchObject({ seq: 1, stamp })
  again.close()
})
