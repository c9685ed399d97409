import type { InviteRequest } from '../../wire/messages/admin.ts'
import { inviteAnswer } from '../../wire/messages/admin.ts'
import type { Store } from '../store/store.ts'
import { syncNow } from '../sync/syncNow.ts'
import { askAsAdmin } from './askAsAdmin.ts'
import type { Told } from './told.ts'

/** A code that serves once. It is nowhere but here: the endpoint keeps its hash only. */
export type InviteMade = { code: string; link: string; expiresMs: number; name: string }

/** The person's id is made before the first try, so that asking again after a lost answer declares nobody twice. */
export const invitePerson = async (store: Store, invite: InviteRequest): Promise<Told<InviteMade>> => {
  const told = await askAsAdmin(store, { method: 'POST', path: '/api/admin/invites', json: invite }, inviteAnswer)
  if (!told.ok) return told
  // The endpoint declared the person in the district's book.
  syncNow()
  const { code, expires, person } = told.value
  return {
    ok: true,
    value: { code, link: `${location.origin}/#enrol=${code}`, expiresMs: Date.parse(expires), name: person.name },
  }
}
