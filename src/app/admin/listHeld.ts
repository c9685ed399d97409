import type * as z from 'zod/mini'
import { heldAnswer, type heldRow } from '../../wire/messages/admin.ts'
import type { Store } from '../store/store.ts'
import { askAsAdmin } from './askAsAdmin.ts'
import type { Told } from './told.ts'

/** `fields`: what could be read of the entry, nothing of which was judged. */
export type HeldEntry = z.infer<typeof heldRow> & {
  fields: { kind: string; book: string; subject: string; body: unknown }
}

/** What was kept aside and nobody has settled yet, oldest first. */
export const listHeld = async (store: Store): Promise<Told<HeldEntry[]>> => {
  const told = await askAsAdmin(store, { method: 'GET', path: '/api/admin/held' }, heldAnswer)
  return told.ok ? { ok: true, value: told.value.map((row) => ({ ...row, fields: fieldsOf(row.raw) })) } : told
}

const fieldsOf = (raw: unknown): HeldEntry['fields'] => {
  const { kind, book, subject, body } = (raw ?? {}) as { [field: string]: unknown }
  return { kind: textOf(kind), book: textOf(book), subject: textOf(subject), body: body ?? {} }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
