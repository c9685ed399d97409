import { useState } from 'react'
import { Link } from 'wouter'
import { m } from '../../../../language/words/messages.js'
import type { InviteMade as Made } from '../../../admin/invitePerson.ts'
import { InviteForm } from './InviteForm.tsx'
import { InviteMade } from './InviteMade.tsx'

/** Somebody new, or another device of somebody known; the code is shown once. */
export const Invite = () => {
  const [made, setMade] = useState<Made | null>(null)
  return (
    <main className="screen" id="content">
      <Link href="/people">‹ {m.people_title()}</Link>
      {made === null ? (
        <>
          <h1>{m.admin_invite()}</h1>
          <InviteForm done={setMade} />
        </>
      ) : (
        <InviteMade made={made} another={() => setMade(null)} />
      )}
    </main>
  )
}
