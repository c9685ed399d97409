import { Link } from 'wouter'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { useUnsent } from '../../store/queries/useUnsent.ts'

/** The ways of a sealed file, out of this phone and in; asked for while much is on this phone alone [L9]. */
export const BackupLines = () => {
  const { due, entries, photos } = useUnsent()
  return (
    <>
      {due && (
        <Notice tone="amber">{m.carry_due({ entries: numberWords(entries), photos: numberWords(photos) })}</Notice>
      )}
      <ul className="list">
        <Line href="/hand-in/backup" title={m.carry_title()} about={m.carry_line_about()} />
        <Line href="/hand-in/take-in" title={m.carry_in_title()} about={m.carry_in_about()} />
      </ul>
    </>
  )
}

const Line = ({ href, title, about }: { href: string; title: string; about: string }) => (
  <li>
    <Link className="row" href={href}>
      <span className="what">
        <span className="name">{title}</span>
        <span className="soft">{about}</span>
      </span>
      <span aria-hidden="true">›</span>
    </Link>
  </li>
)
