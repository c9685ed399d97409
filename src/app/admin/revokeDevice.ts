import { revokeAnswer } from '../../wire/messages/admin.ts'
import type { Store } from '../store/store.ts'
import { askAsAdmin } from './askAsAdmin.ts'

/** Takes a device's rights back; with `wipe` it is told to empty itself at its next hand-in. */
export const revokeDevice = (store: Store, id: string, order: { wipe: boolean }) =>
  askAsAdmin(store, { method: 'POST', path: `/api/admin/devices/${id}/revoke`, json: order }, revokeAnswer)
