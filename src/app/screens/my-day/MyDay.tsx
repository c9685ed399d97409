import { Link } from 'wouter'
import { longDayWords } from '../../../language/locale.ts'
import { myDayLines, myDayText } from '../../../language/myDayWords.ts'
import { m } from '../../../language/words/messages.js'
import { ShareText } from '../../../ui/ShareText.tsx'
import { passText } from '../../record/passText.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { useMyDay } from '../../store/queries/useMyDay.ts'
import { useNotSafe } from '../../store/queries/useNotSafe.ts'

/** Hôm nay tôi đã làm: the day's counts, without a name, for whoever asks in the evening. */
export default function MyDay() {
  const day = useMyDay()
  const waiting = useNotSafe()
  const today = useMe()?.today ?? ''
  const nothing = Object.values(day).every((count) => count === 0)
  return (
    <main className="screen" id="content">
      <Link href="/">‹ {m.nav_today()}</Link>
      <div>
        <h1>{m.myday_title()}</h1>
        <p className="soft">{today !== '' && longDayWords(today)}</p>
      </div>
      <p>{nothing ? m.myday_nothing() : m.myday_lead()}</p>
      {nothing ? (
        <p>{myDayLines(day, waiting).join(' ')}</p>
      ) : (
        <ShareText text={myDayText(day, waiting, today)} share={passText} />
      )}
    </main>
  )
}
