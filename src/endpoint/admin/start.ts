import { renderUnicodeCompact } from 'uqr'
import { openBooks } from '../books/openBooks.ts'
import { endpointKeys } from '../keys/endpointKeys.ts'
import { type Invite, invite } from '../people/invites.ts'
import { closeOnSignal, serve } from '../serve.ts'
import type { Settings } from '../settings.ts'
import { demoAreas, demoDistrictId, demoTitle } from './demoAreas.ts'
import { initDistrict } from './initDistrict.ts'

const people = [
  {
    name: 'Lan',
    role: 'recorder',
    books: ['40-417-16822', '40-417-16816'],
    says: 'Người ghi / recorder: Keng Đu, Mỹ Lý',
  },
  {
    name: 'Hùng',
    role: 'inspector',
    books: demoAreas.filter(({ book }) => book !== false).map(({ id }) => id),
    says: 'Người duyệt / inspector',
  },
  { name: 'Mai', role: 'district', books: [], says: 'Văn phòng / office' },
  { name: 'An', role: 'admin', books: [], says: 'Quản trị / admin' },
] as const

/** `npm start`: in an empty folder the trial district first, then the endpoint, then links to enrol with. */
export const start = async (settings: Settings): Promise<void> => {
  const books = await openBooks(settings.data)
  const keys = await endpointKeys(books.db)
  const now = Date.now()
  const begun = await books.db.selectFrom('books').select('id').executeTakeFirst()
  if (begun === undefined) {
    const district = { district: demoDistrictId, title: demoTitle, areas: demoAreas }
    await books.db.transaction().execute((tx) => initDistrict(tx, keys, district, now))
  }
  const invites: { says: string; made: Invite }[] = []
  for (const { name, role, books: reach, says } of people) {
    const made = await books.db
      .transaction()
      .execute((tx) => invite(tx, keys, { person: { name }, role, books: reach }, now))
    invites.push({ says, made })
  }
  await books.close()
  const running = await serve(settings)
  closeOnSignal(running)
  const origin = settings.origin ?? running.url
  for (const { says, made } of invites) {
    const link = `${origin}/#enrol=${made.code}`
    console.log(`\n${says}\n${link}\n${renderUnicodeCompact(link)}`)
  }
  console.log(`\nMái Ấm: ${origin}`)
}
