import { Link } from 'wouter'
import type { Build, Check, CheckStatus, Photo } from '../../../domain/build/build.ts'
import { sheetPagesOfCheck } from '../../../domain/entries/photosOfRecord.ts'
import { openChecks } from '../../../domain/foundation/openChecks.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { clockWords } from '../../../language/clockWords.ts'
import { copiedWords } from '../../../language/copiedWords.ts'
import { chosenWords, dayWords, numberWords } from '../../../language/locale.ts'
import { checkStandingWords } from '../../../language/reviewWords.ts'
import { sittingWords } from '../../../language/sittingWords.ts'
import { verdictWords } from '../../../language/verdictWords.ts'
import { m } from '../../../language/words/messages.js'
import type { Tone } from '../../../ui/Notice.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { SheetPhoto } from '../../pictures/SheetPhoto.tsx'
import { useChecklistWords } from '../../store/queries/useChecklistWords.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

type Props = {
  build: Build
  photos: readonly Photo[]
  /** Its household moved to another commune's book: no check waits here any more. */
  moved?: boolean
}

/** The latest check of each sitting, together: what was found, as recorded, and where it stands with the inspector. */
export const CheckCard = ({ build, photos, moved = false }: Props) => {
  const latest = (['before-concrete', 'done'] as const).flatMap(
    (sitting) => build.checks.find(({ body }) => body.sitting === sitting) ?? [],
  )
  const open = openChecks(build)
  if (latest.length === 0) return null
  return (
    <section className="card" aria-labelledby="check">
      <h2 id="check">{m.household_checks()}</h2>
      {latest.map((check) => (
        <Sitting key={check.entry} check={check} photos={photos} open={open.includes(check)} moved={moved} />
      ))}
      {build.aheadOfCheck && <p className="soft">{m.household_check_ahead()}</p>}
    </section>
  )
}

/** `open`: nothing later has closed what was asked about it. */
const Sitting = ({ check, photos, open, moved }: Omit<Props, 'build'> & { check: Check; open: boolean }) => {
  const words = useChecklistWords()
  const people = usePeople()
  const me = useMe()
  const { verdict, date, mend, sitting, copied, answers, clock } = check.body
  const review = check.reviews[0]
  const wanted = open ? words(check, review?.body.wanted ?? []).map(chosenWords) : []
  const gone = Object.values(answers).filter((answer) => answer.gone !== undefined).length
  // Of a copied check the day of the sheet stands below: here is who wrote it down, and when.
  const day = copied === undefined ? date : dayOf(check.ms)
  const by = { name: people.get(check.person)?.name ?? '?', day: dayWords(day, me?.today ?? day) }
  return (
    <div className="stack tight sitting">
      <h3>{sittingWords[sitting]()}</h3>
      <div className="tags">
        {moved && check.status === 'waiting' ? (
          <Tag>{m.moved_check_waiting()}</Tag>
        ) : (
          <Tag tone={toneOf[check.status]}>{checkStandingWords(check)}</Tag>
        )}
      </div>
      <p className="soft">
        {[verdictWords[verdict](), m.household_check_by(by), clockWords(clock)]
          .filter((text) => text !== '')
          .join(' · ')}
      </p>
      {copied !== undefined && <p className="soft">{copiedWords(copied, 'measured')}</p>}
      <SheetPhoto pages={sheetPagesOfCheck(check.body)} photos={photos.map(({ body }) => body)} />
      {check.status === 'returned' && review?.body.reason && <p>{review.body.reason}</p>}
      {gone > 0 && <p className="soft">{m.review_flag_gone({ items: numberWords(gone) })}</p>}
      {mend && <p>{mend.what}</p>}
      {wanted.length > 0 && <p>{m.household_check_wanted({ items: wanted.join(', ') })}</p>}
      <Link className="button" href={`/print/check/${check.entry}`}>
        {m.print_record_link()}
      </Link>
    </div>
  )
}

const toneOf: { [status in CheckStatus]: Tone } = { waiting: 'indigo', accepted: 'leaf', returned: 'amber' }
