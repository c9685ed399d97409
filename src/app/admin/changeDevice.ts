import type { Role } from '../../domain/entries/mayWrite.ts'
import { deviceChangeAnswer } from '../../wire/messages/admin.ts'
import type { Store } from '../store/store.ts'
import { askAsAdmin } from './askAsAdmin.ts'

/** Another role, other communes; the device hears of it at its next hand-in. */
export const changeDevice = (store: Store, id: string, rights: { role: Role; books: string[] }) =>
  askAsAdmin(store, { method: 'PATCH', path: `/api/admin/devices/${id}`, json: rights }, deviceChangeAnswer)
