import type * as z from 'zod/mini'
import { type deviceRow, devicesAnswer } from '../../wire/messages/admin.ts'
import type { Store } from '../store/store.ts'
import { askAsAdmin } from './askAsAdmin.ts'
import type { Told } from './told.ts'

export type AdminDevice = z.infer<typeof deviceRow>

/** Every device that was ever enrolled, the revoked ones too. */
export const listDevices = (store: Store): Promise<Told<AdminDevice[]>> =>
  askAsAdmin(store, { method: 'GET', path: '/api/admin/devices' }, devicesAnswer)
