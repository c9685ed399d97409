import type { Entry } from './entry.ts'
import { mayWrite, type Role } from './mayWrite.ts'

/**
 * A void is judged by the right to write what it takes back. Of a contribution that depends on whose money it is, which
 * only the entry itself says: where it is at hand, a recorder takes no donor's money back (decision 30).
 */
export const mayTakeBack = (role: Role, target: Pick<Entry, 'kind' | 'body'> | undefined): boolean =>
  target?.kind !== 'contribution.recorded' || mayWrite(role, target.kind, target.body, 'commune')
