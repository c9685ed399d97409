import type { Entry } from '../../../src/domain/entries/entry.ts'
import { district } from './places.ts'
import type { Exchange } from './road.ts'
import { saidOf } from './saidOf.ts'
import type { World } from './world.ts'
import { wrong } from './wrong.ts'

type Said = {
  acks?: { id: string | null; hash: string | null; status: string; seq?: number; stamp?: string }[]
  upTo?: number
  books?: { [book: string]: { entries: Entry[] } }
  scope?: { id: string }[]
}

/** The books that this device may read, by what stands of it in the endpoint's own table. */
export const scopeOf = async (world: World, device: string): Promise<readonly string[]> => {
  const [devices, books] = [await world.house.rows('devices'), await world.house.rows('books')]
  const row = devices.find(({ id }) => id === device)
  if (row === undefined || row.confirmed !== 1 || row.revokedAt !== null) return []
  const all = row.role === 'district' || row.role === 'admin'
  const reach = JSON.parse(row.books) as string[]
  return books.map(({ id }) => id).filter((id) => id === district || all || reach.includes(id))
}

/** What must hold of every answer of the endpoint, whether or not it ever arrives. */
export const heard = async (world: World, { phone, asked, told }: Exchange): Promise<void> => {
  const { house } = world
  const unexpected = house.said.splice(0)
  if (unexpected.length > 0) wrong('I7', `the endpoint threw: ${unexpected.join('\n')}`)
  const said = (await saidOf(asked, told)) as Said | null
  const device = phone.enrolment?.device
  if (said?.acks === undefined || device === undefined) return
  await receiptsAreTrue(world, said, device)
  if (said.books === undefined) return
  const scope = await scopeOf(world, device)
  for (const [book, { entries }] of Object.entries(said.books)) {
    if (!scope.includes(book)) wrong('I8', `${phone.name} was sent the book ${book}`)
    for (const entry of entries)
      if (entry.book !== book) wrong('I8', `${phone.name} was sent an entry of ${entry.book} in ${book}`)
  }
  if (said.scope?.some(({ id }) => !scope.includes(id)))
    wrong('I8', `${phone.name} was told of a book out of its scope`)
}

/** [I3] What is acknowledged in a receipt is in the tables when the answer leaves. */
const receiptsAreTrue = async (
  { house, phones }: World,
  { acks = [], upTo = 0 }: Said,
  device: string,
): Promise<void> => {
  const { db } = house.books
  for (const { id, hash, status, seq, stamp } of acks) {
    if (id === null || status === 'refused') continue
    const table = status === 'held' ? 'held' : 'entries'
    const column = table === 'held' ? 'held.entry' : 'entries.id'
    const row = await db
      .selectFrom(table)
      .selectAll()
      .where(column as never, '=', id as never)
      .where('hash', '=', hash)
      .executeTakeFirst()
    if (row === undefined) wrong('I3', `${status} was said of ${id}, and it is not in ${table}`)
    const kept = row as { seq?: number; stamp?: string }
    if (table === 'entries' && (kept.seq !== seq || kept.stamp !== stamp))
      wrong('I3', `${id} stands elsewhere than was said`)
  }
  const durable = new Set<number>()
  for (const { n } of await db.selectFrom('entries').select('n').where('device', '=', device).execute()) durable.add(n)
  for (const { n } of await db.selectFrom('held').select('n').where('device', '=', device).execute())
    if (n !== null) durable.add(n)
  for (const phone of phones)
    for (const { entry, due } of phone.saved.values())
      if (due === 'unreadable' && entry.device === device) durable.add(entry.n)
  for (let n = 1; n <= upTo; n += 1) if (!durable.has(n)) wrong('I3', `up to ${upTo} was said, and ${n} is not here`)
}
