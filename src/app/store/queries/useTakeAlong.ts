import { householdRows } from '../../../domain/lists/householdRows.ts'
import { districtEntries } from '../../../domain/people/districtState.ts'
import { type MissingToTakeAlong, missingToTakeAlong } from '../../../domain/take-along/missingToTakeAlong.ts'
import { useLiveStore } from './StoreContext.tsx'
import { type Phone, usePhone } from './usePhone.ts'

export type CommuneHere = { id: string; title: string; households: number; pulledMs: number | null }

export type TakeAlong = {
  communes: CommuneHere[]
  households: number
  entries: number
  checklists: number
  /** The oldest of the lists here; null where one was never fetched. */
  listMs: number | null
  waiting: number
  phone: Phone
  missing: MissingToTakeAlong[]
  nowMs: number
}

/** What is on this phone for days without signal, and what is still missing; null until the phone has answered. */
export const useTakeAlong = (again: unknown): { takeAlong: TakeAlong | null; keepData(): Promise<void> } => {
  const { books, cursors, district, own, enrolment, device } = useLiveStore()
  const { phone, keepData } = usePhone(again)
  if (phone === null || enrolment === null) return { takeAlong: null, keepData }
  const fetched = new Map(cursors.map((cursor) => [cursor.book, cursor]))
  const communes = enrolment.books.slice(1).map(({ id, title }): CommuneHere => {
    const state = books.get(id)
    return {
      id,
      title,
      households: state === undefined ? 0 : householdRows(state).length,
      pulledMs: fetched.get(id)?.pulledMs ?? null,
    }
  })
  const times = communes.map(({ pulledMs }) => pulledMs)
  const listMs = times.length === 0 || times.includes(null) ? null : Math.min(...times.map(Number))
  const checklists = districtEntries(district, 'checklist.published').length
  const waiting = own.filter(({ state }) => state === 'waiting').length
  const booksMissing = times.filter((ms) => ms === null).length + (communes.length === 0 ? 1 : 0)
  const nowMs = device.nowMs()
  const { clockOffsetMs, shell } = phone
  const facts = { shellWhole: shell.whole, booksMissing, checklists, listMs, clockOffsetMs, waiting }
  return {
    keepData,
    takeAlong: {
      communes,
      households: communes.reduce((sum, { households }) => sum + households, 0),
      entries: cursors.reduce((sum, { seq }) => sum + seq, 0),
      checklists,
      listMs,
      waiting,
      phone,
      missing: missingToTakeAlong(facts, nowMs),
      nowMs,
    },
  }
}
