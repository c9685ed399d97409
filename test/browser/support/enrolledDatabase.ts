import { type Database, openDatabase, writeEnrolment } from '../../../src/app/store/tables.ts'

/** The memory of a phone that Lan enrolled for one commune, in a real IndexedDB of its own; no endpoint stands behind it. */
export const enrolledDatabase = async (book: string): Promise<Database> => {
  const database = openDatabase(`mai-am-${crypto.randomUUID()}`)
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  await writeEnrolment(database, {
    device: crypto.randomUUID(),
    person: { id: 'lan', name: 'Lan' },
    role: 'recorder',
    books: [
      { id: '40-417', title: 'Kỳ Sơn' },
      { id: book, title: 'Keng Đu' },
    ],
    epoch: 'e',
    receiptKey: {},
    certificate: null,
    keys,
  })
  return database
}
