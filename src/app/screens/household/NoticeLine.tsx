import type { Household } from '../../../domain/household/household.ts'
import { dayWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Folded } from '../../../ui/form/Folded.tsx'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

/** Whether the notice was read to this family, when and by whom, and what it says. */
export const NoticeLine = ({ household: { noticeReadOn } }: { household: Household }) => {
  const people = usePeople()
  const me = useMe()
  const said =
    noticeReadOn === null
      ? m.notice_unread()
      : m.notice_read_on({
          day: dayWords(noticeReadOn.day, me?.today ?? ''),
          name: people.get(noticeReadOn.person)?.name ?? '?',
        })
  return (
    <Folded title={m.notice_family()} about={said}>
      <p className="read-out">{m.notice_text()}</p>
      {noticeReadOn === null && <p className="soft">{m.notice_next_time()}</p>}
    </Folded>
  )
}
