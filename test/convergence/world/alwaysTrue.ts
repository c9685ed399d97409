import type { OwnEntry, StoredPage } from '../../../src/app/store/tables.ts'
import { pageEntries } from '../../support/pageEntries.ts'
import { type Phone, type Saved, textOfEntry } from './phone.ts'
import type { World } from './world.ts'
import { wrong } from './wrong.ts'

/** What must hold at every moment, whatever has just happened. */
export const alwaysTrue = async (world: World): Promise<void> => {
  if (world.failed !== null) throw world.failed
  const { entries, held } = await world.house.news()
  for (const phone of world.phones) {
    const rows = new Map(phone.own.map((row) => [row.id, row]))
    nothingIsGone(phone, rows, ({ id, entry, due }) => {
      const there = entries.has(id) || held.has(`${entry.device} ${id}`) || world.restores > 0
      return due === 'unreadable' || there
    })
    const { enrolment } = phone
    // What an endpoint receipted that was lost since is asked about again once the phone hears of the new epoch.
    if (enrolment !== null && enrolment.epoch === world.house.keys.epoch) {
      for (const { id, delivery } of rows.values()) {
        // [I2] handed in: there, under that number and stamp, and the very same.
        if (delivery.at === 'handed-in') {
          const row = entries.get(id)
          if (row === undefined) wrong('I2', `${phone.name} says that ${id} is handed in, and it isn't there`)
          else if (row.seq !== delivery.seq || row.stamp !== delivery.stamp || row.text !== phone.saved.get(id)?.text)
            wrong('I2', `${id} is handed in otherwise than ${phone.name} says`)
        }
        // What the office has dismissed stays so on its phone, though a restored endpoint may never have heard of it.
        if (delivery.at === 'held' && delivery.code !== 'dismissed' && !held.has(`${enrolment.device} ${id}`))
          wrong('I7', `${phone.name} says that ${id} is held, and it isn't there`)
      }
    }
    for (const page of phone.pages) pageIsTrue(world, phone, page)
  }
}

/** [I4] Everything saved lies on its phone as it was saved, unless the phone was wiped by order and had its receipt. */
const nothingIsGone = (
  phone: Phone,
  rows: ReadonlyMap<string, OwnEntry>,
  mayBeWiped: (saved: Saved) => boolean,
): void => {
  const wiping = phone.wiped || phone.disk.value('meta', 'wipeOrdered') !== undefined
  for (const saved of phone.saved.values()) {
    const { id, entry, text } = saved
    const row = rows.get(id)
    if (row === undefined) {
      if (!wiping || !mayBeWiped(saved)) wrong('I4', `${phone.name} saved ${id}, and it is gone`)
    } else if (row.entry !== entry && textOfEntry(row.entry) !== text) wrong('I4', `${id} on ${phone.name} was changed`)
  }
}

const looked = new WeakSet<StoredPage>()
/** Entries that were compared already, on another phone. */
const same = new Set<string>()

/** [I9] What others wrote lies here to the byte; what does not verify is not kept. */
const pageIsTrue = ({ phones }: World, phone: Phone, page: StoredPage): void => {
  if (looked.has(page)) return
  looked.add(page)
  if (same.size > 20_000) same.clear()
  for (const { seq: _seq, stamp: _stamp, ...entry } of pageEntries(page)) {
    const text = JSON.stringify(entry)
    if (same.has(text)) continue
    const author = phones.find(({ saved }) => saved.has(entry.id))
    const saved = author?.saved.get(entry.id)
    if (saved !== undefined && saved.text !== textOfEntry(entry))
      wrong('I9', `${entry.id} is not as it was written on ${phone.name}`)
    if (saved === undefined && entry.person !== 'endpoint')
      wrong('I9', `${phone.name} holds ${entry.id}, which nobody wrote`)
    same.add(text)
  }
}

/** [I1] All of it or nothing was saved; its numbers go on without a gap, and it comes after all that was read before. */
export const trueOfSaving = (phone: Phone, count: number, told: boolean, now: readonly Saved[]): void => {
  if (now.length !== count && now.length !== 0) wrong('I1', `${phone.name} saved ${now.length} of ${count}`)
  if (told && now.length !== count) wrong('I1', `${phone.name} said "saved", and it is not on the disk`)
  for (const { n, entry } of phone.own) if (entry.n !== n) wrong('I1', `${phone.name} counts ${n} what is ${entry.n}`)
  // Of all that it ever saved: a phone that is being wiped holds what waits, and numbers are missing between.
  let before: Saved | null = null
  for (const saved of phone.saved.values()) {
    const { n, at } = saved.entry
    if (n !== (before?.entry.n ?? 0) + 1) wrong('I1', `the numbers of ${phone.name} have a gap at ${n}`)
    if (before !== null && at <= before.entry.at) wrong('R-lost-03', `${phone.name}'s clock did not rise at ${n}`)
    before = saved
  }
  const [first] = now
  const read = phone.pages.map(lastStamp).sort().at(-1) ?? ''
  if (first !== undefined && first.entry.at <= read) wrong('R-lost-03', `${phone.name} wrote before what it had read`)
}

const stamps = new WeakMap<StoredPage, string>()

const lastStamp = (page: StoredPage): string => {
  const before = stamps.get(page)
  if (before !== undefined) return before
  const stampsOf = pageEntries(page).map(({ stamp }) => stamp)
  const last = stampsOf.sort().at(-1) ?? ''
  stamps.set(page, last)
  return last
}
