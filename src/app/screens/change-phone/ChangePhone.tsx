import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { useMe } from '../../store/queries/useMe.ts'
import { useUnsent } from '../../store/queries/useUnsent.ts'

/** What to do when somebody goes on with another phone, in order, with the numbers of this one as they stand now. */
export default function ChangePhone() {
  const me = useMe()
  const { entries, photos } = useUnsent()
  if (me === null) return <main className="screen" id="content" />
  const all = entries + photos === 0
  return (
    <main className="screen" id="content">
      <Link href="/people">‹ {m.people_title()}</Link>
      <h1>{m.change_title()}</h1>
      <p>{m.change_lead()}</p>
      <ol className="stack">
        <Step number={1} title={m.change_hand_in()}>
          <Notice tone={all ? 'leaf' : 'amber'}>
            {all
              ? m.change_hand_in_all()
              : m.change_hand_in_left({ entries: numberWords(entries), photos: numberWords(photos) })}
          </Notice>
          <p className="soft">{m.change_drafts()}</p>
          {!all && (
            <Link className="button main" href="/hand-in">
              {m.change_hand_in_go()}
            </Link>
          )}
        </Step>
        <Step number={2} title={m.change_backup()}>
          <p className="soft">{all ? m.change_backup_not() : m.change_backup_about()}</p>
          {!all && (
            <Link className="button" href="/hand-in/backup">
              {m.carry_do()}
            </Link>
          )}
        </Step>
        <Step number={3} title={m.change_code()}>
          <p className="soft">{m.change_code_about({ name: me.person.name, device: me.device.slice(0, 8) })}</p>
        </Step>
        <Step number={4} title={m.change_enrol()}>
          <p className="soft">{m.change_enrol_about()}</p>
        </Step>
        <Step number={5} title={m.change_revoke()}>
          <p className="soft">{m.change_revoke_about()}</p>
        </Step>
      </ol>
    </main>
  )
}

const Step = ({ number, title, children }: { number: number; title: string; children: ReactNode }) => (
  <li className="card">
    <h2>
      {number}. {title}
    </h2>
    {children}
  </li>
)
