import { useState } from 'react'
import { Link } from 'wouter'
import { type AuditNames, auditWords } from '../../../language/auditWords.ts'
import { momentWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { listDevices } from '../../admin/listDevices.ts'
import { readAudit } from '../../admin/readAudit.ts'
import { useAsked } from '../../admin/useAsked.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { usePeople } from '../../store/queries/usePeople.ts'
import { AskedNotice } from './AskedNotice.tsx'

const linesAtOnce = 50

/** The last of what was done at the endpoint, in words, newest first. */
export const AuditLog = () => {
  const asked = useAsked(readAudit)
  const names = useAuditNames()
  const { device } = useStore()
  const [most, setMost] = useState(linesAtOnce)
  const all = asked.last?.value ?? []
  const shown = all.slice(0, most)
  return (
    <main className="screen" id="content">
      <Link href="/people">‹ {m.people_title()}</Link>
      <div className="head">
        <h1>{m.admin_audit()}</h1>
        {all.length > 0 && <span>{m.admin_audit_count({ shown: shown.length, count: all.length })}</span>}
      </div>
      <AskedNotice asked={asked} count={all.length} />
      {asked.last !== null && all.length === 0 && <p>{m.admin_audit_none()}</p>}
      <ol className="list">
        {shown.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and each is drawn from itself alone.
          <li className="row" key={at}>
            <span className="what">
              {auditWords(row, names)}
              <span className="soft log-day">{momentWords(Date.parse(row.at), device.nowMs())}</span>
            </span>
          </li>
        ))}
      </ol>
      {all.length > shown.length && (
        <button type="button" className="button" onClick={() => setMost(most + linesAtOnce)}>
          {m.show_more()}
        </button>
      )}
    </main>
  )
}

/** The log knows people and devices by id; the books and the list of devices know their names. */
const useAuditNames = (): AuditNames => {
  const people = usePeople()
  const devices = useAsked(listDevices).last?.value ?? []
  const { enrolment } = useStore()
  return {
    person: (id) => people.get(id)?.name ?? devices.find(({ person }) => person.id === id)?.person.name,
    device: (id) => devices.find((one) => one.id === id)?.person.name,
    book: (id) => enrolment?.books.find((one) => one.id === id)?.title ?? id,
  }
}
