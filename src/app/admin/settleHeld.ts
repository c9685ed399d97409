import { settleAnswer } from '../../wire/messages/admin.ts'
import type { Store } from '../store/store.ts'
import { syncNow } from '../sync/syncNow.ts'
import { askAsAdmin } from './askAsAdmin.ts'

/** Takes a held entry into its book on the admin's word; whoever wrote it is told the reason. */
export const admitHeld = async (store: Store, id: string, reason: string) => {
  const path = `/api/admin/held/${id}/admit`
  const told = await askAsAdmin(store, { method: 'POST', path, json: { reason } }, settleAnswer)
  // It stands in its book now: this device's copy follows.
  if (told.ok) syncNow()
  return told
}

/** Leaves it out of the books for good; it stays on the phone that wrote it, with the reason. */
export const dismissHeld = (store: Store, id: string, reason: string) =>
  askAsAdmin(store, { method: 'POST', path: `/api/admin/held/${id}/dismiss`, json: { reason } }, settleAnswer)
