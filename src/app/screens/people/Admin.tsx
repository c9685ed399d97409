import { Link } from 'wouter'
import { roleWords } from '../../../language/roleWords.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { useMe } from '../../store/queries/useMe.ts'
import { AuditLog } from './AuditLog.tsx'
import { DevicePage } from './devices/DevicePage.tsx'
import { Devices } from './devices/Devices.tsx'
import { HeldList } from './held/HeldList.tsx'
import { HeldPage } from './held/HeldPage.tsx'
import { Invite } from './invite/Invite.tsx'
import { NewDevice } from './invite/NewDevice.tsx'
import './admin.css'

/** The admin's screens below *Mọi người*; the endpoint judges the role again at every question. */
export default function Admin({ part, id }: { part: string; id: string }) {
  const me = useMe()
  if (me === null) return <main className="screen" id="content" />
  if (me.role !== 'admin')
    return (
      <main className="screen" id="content">
        <Link href="/people">‹ {m.people_title()}</Link>
        <h1>{m.people_title()}</h1>
        <Notice tone="amber">{m.admin_only({ role: roleWords[me.role]() })}</Notice>
      </main>
    )
  if (part === 'devices') return id === '' ? <Devices /> : <DevicePage key={id} id={id} />
  if (part === 'held') return id === '' ? <HeldList /> : <HeldPage key={id} id={id} />
  if (part === 'invite') return id === '' ? <Invite /> : <NewDevice key={id} person={id} />
  if (part === 'audit') return <AuditLog />
  return (
    <main className="screen" id="content">
      <h1>{m.not_here_title()}</h1>
      <Link className="button main" href="/people">
        {m.people_title()}
      </Link>
    </main>
  )
}
