import { Link } from 'wouter'
import { m } from '../../../language/words/messages.js'
import { listDevices } from '../../admin/listDevices.ts'
import { listHeld } from '../../admin/listHeld.ts'
import { useAsked } from '../../admin/useAsked.ts'
import { AskedNotice } from './AskedNotice.tsx'
import './admin.css'

/** What an admin can do here, and how much of it waits. */
export const AdminPlaces = () => {
  const devices = useAsked(listDevices)
  const held = useAsked(listHeld)
  const waiting = devices.last?.value.filter(({ confirmed, revoked }) => !confirmed && !revoked).length ?? 0
  return (
    <section className="stack tight" aria-labelledby="admin">
      <h2 id="admin">{m.admin_title()}</h2>
      <p className="soft">{m.admin_lead()}</p>
      <ul className="list">
        <Place
          href="/people/devices"
          title={m.admin_devices()}
          about={
            devices.last === null
              ? m.admin_unknown_count()
              : m.admin_devices_count({ count: devices.last.value.length })
          }
          waits={waiting > 0 ? m.admin_devices_waiting({ count: waiting }) : ''}
        />
        <Place href="/people/invite" title={m.admin_invite()} about={m.admin_invite_about()} />
        <Place
          href="/people/held"
          title={m.admin_held()}
          about={
            held.last === null ? m.admin_unknown_count() : held.last.value.length === 0 ? m.admin_held_nothing() : ''
          }
          waits={
            held.last !== null && held.last.value.length > 0
              ? m.admin_held_count({ count: held.last.value.length })
              : ''
          }
        />
        <Place href="/people/audit" title={m.admin_audit()} about={m.admin_audit_about()} />
      </ul>
      <AskedNotice asked={devices} count={devices.last?.value.length ?? 0} />
    </section>
  )
}

/** `waits`: what asks for a person, said in words and set apart. */
const Place = ({ href, title, about, waits = '' }: { href: string; title: string; about: string; waits?: string }) => (
  <li>
    <Link className="row" href={href}>
      <span className="what">
        <span className="name">{title}</span>
        {about !== '' && <span className="soft">{about}</span>}
        {waits !== '' && <span className="waits">{waits}</span>}
      </span>
      <span aria-hidden="true">›</span>
    </Link>
  </li>
)
