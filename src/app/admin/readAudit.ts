import type * as z from 'zod/mini'
import { auditAnswer, type auditRow } from '../../wire/messages/admin.ts'
import type { Store } from '../store/store.ts'
import { askAsAdmin } from './askAsAdmin.ts'
import type { Told } from './told.ts'

export type AuditRow = z.infer<typeof auditRow>

/** Who did what at the endpoint, newest first, at most the last thousand. */
export const readAudit = (store: Store): Promise<Told<AuditRow[]>> =>
  askAsAdmin(store, { method: 'GET', path: '/api/admin/audit' }, auditAnswer)
