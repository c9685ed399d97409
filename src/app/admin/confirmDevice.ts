import { confirmAnswer } from '../../wire/messages/admin.ts'
import type { Store } from '../store/store.ts'
import { askAsAdmin } from './askAsAdmin.ts'

/** A phone that came back with its certificate alone reads again. */
export const confirmDevice = (store: Store, id: string) =>
  askAsAdmin(store, { method: 'POST', path: `/api/admin/devices/${id}/confirm` }, confirmAnswer)
