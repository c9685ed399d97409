import { momentWords } from '../../../language/locale.ts'
import { askedTroubleWords } from '../../../language/troubleWords.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { askTimeoutMs } from '../../admin/askAsAdmin.ts'
import { type Asked, againMs } from '../../admin/useAsked.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { Waiting } from './Waiting.tsx'

/** How a question to the endpoint stands: asking for so long, as of when, or what kept it; `count` of what is shown. */
export const AskedNotice = ({ asked, count }: { asked: Asked<unknown>; count: number }) => {
  const { device } = useStore()
  const { last, now, again } = asked
  const time = (ms: number) => momentWords(ms, device.nowMs())
  if (now.at === 'asking') return <Waiting sinceMs={now.sinceMs} />
  if (now.at === 'well')
    return last === null ? null : (
      <p className="as-of soft">
        {m.admin_as_of({ time: time(last.ms) })}
        <button type="button" className="button plain" onClick={again}>
          {m.admin_ask_again()}
        </button>
      </p>
    )
  return (
    <div className="stack tight">
      <Notice tone="amber">
        {askedTroubleWords(now.trouble, askTimeoutMs / 1000)}{' '}
        {last === null
          ? m.admin_nothing_shown({ time: time(now.ms), seconds: againMs / 1000 })
          : m.admin_old_shown({ time: time(last.ms), count, seconds: againMs / 1000 })}
      </Notice>
      <button type="button" className="button ask-again" onClick={again}>
        {m.admin_ask_again()}
      </button>
    </div>
  )
}
