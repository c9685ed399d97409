import { acceptEntries } from '../../../src/endpoint/accept/acceptEntries.ts'
import { uuid7 } from '../../../src/endpoint/accept/uuid7.ts'
import { initDistrict } from '../../../src/endpoint/admin/initDistrict.ts'
import { openBooks } from '../../../src/endpoint/books/openBooks.ts'
import { demoAreas, demoDistrictId } from '../../../src/endpoint/demo/demoAreas.ts'
import { newDevice } from '../../../src/endpoint/devices/newDevice.ts'
import { readSpeaker } from '../../../src/endpoint/devices/speaker.ts'
import { endpointKeys } from '../../../src/endpoint/keys/endpointKeys.ts'
import { TestDevice } from '../../support/testDevice.ts'

export const communeBooks = demoAreas.filter(({ book }) => book !== false).map(({ id }) => id)

/**
 * A data folder with the district's 21 communes, `inBook` entries in each book, and `count` recorders' devices, as if
 * each had been enrolled: a thousand enrolments by hand would measure something else.
 */
export const districtOfPhones = async (dir: string, count: number, inBook: number): Promise<TestDevice[]> => {
  const books = await openBooks(dir)
  const keys = await endpointKeys(books.db)
  const { epoch, receiptKey, bundleKey } = keys
  const now = Date.now()
  const areas = demoAreas
  await books.db
    .transaction()
    .execute((tx) => initDistrict(tx, keys, { district: demoDistrictId, title: 'Kỳ Sơn', areas }, now))
  const enrol = async (at: number, reach: string[]): Promise<TestDevice> => {
    const device = await TestDevice.make('')
    const person = { id: `người-${at}`, name: `Lan ${at}` }
    const row = newDevice(device.id, device.publicKey, person, 'recorder', reach)
    await books.db
      .insertInto('devices')
      .values({ ...row, confirmed: 1, issued: new Date(now).toISOString() })
      .execute()
    const endpoint = { epoch, receiptKey, bundleKey }
    device.enrolled = { device: device.id, person, role: 'recorder', books: [], endpoint, certificate: {} } as never
    return device
  }
  const devices = await Promise.all(
    Array.from({ length: count }, (_, at) => enrol(at, [communeBooks[at % communeBooks.length] ?? ''])),
  )
  const first = await enrol(count, communeBooks)
  const speaker = await readSpeaker(books.db, first.id)
  if (speaker === null) throw new Error('not enrolled')
  for (const book of communeBooks) {
    const entries = Array.from({ length: inBook }, (_, at) =>
      first.entry(book, 'note.added', uuid7(now), { text: `đã có trong sổ từ trước, dòng ${at}, đường vào bản lầy` }),
    )
    await books.db.transaction().execute((tx) => acceptEntries(tx, speaker, entries, now))
  }
  await books.close()
  return devices
}
