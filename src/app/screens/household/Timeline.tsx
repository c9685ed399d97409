import { useState } from 'react'
import { Link } from 'wouter'
import type { Photo } from '../../../domain/build/build.ts'
import type { TimelineLine } from '../../../domain/lists/timeline.ts'
import { lineDetails, lineTitle } from '../../../language/lineWords.ts'
import { dayWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { SheetPhoto } from '../../pictures/SheetPhoto.tsx'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

const step = 15

/** What happened, latest first, with what was written in words. */
export const Timeline = ({ lines, photos }: { lines: TimelineLine[]; photos: readonly Photo[] }) => {
  const [shown, setShown] = useState(step)
  return (
    <section className="stack" aria-labelledby="lines">
      <h2 id="lines">{m.household_timeline()}</h2>
      <ol className="timeline">
        {lines.slice(0, shown).map((line) => (
          <Line key={line.entry} line={line} photos={photos} />
        ))}
      </ol>
      {lines.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + step)}>
          {m.household_more_lines()}
        </button>
      )}
    </section>
  )
}

const Line = ({ line, photos }: { line: TimelineLine; photos: readonly Photo[] }) => {
  const people = usePeople()
  const me = useMe()
  const who = people.get(line.person)?.name ?? ''
  return (
    <li className={toneOf(line)}>
      <strong>{lineTitle(line)}</strong>{' '}
      <span className="soft">
        · {[who, dayWords(line.day, me?.today ?? line.day)].filter(Boolean).join(' · ')}
        {line.about && ` · ${m.same_about({ name: line.about })}`}
        {line.pending && ` · ${m.household_pending()}`}
      </span>
      {lineDetails(line).map((text) => (
        <p key={text} className="soft">
          {text}
        </p>
      ))}
      <SheetPhoto pages={line.sheet ?? []} photos={photos.map(({ body }) => body)} />
      {line.kind === 'visit.recorded' && (
        <Link className="button plain print-line" href={`/print/visit/${line.entry}`}>
          {m.print_visit_link()}
        </Link>
      )}
    </li>
  )
}

/** The dot's colour repeats what the words say: an answer that returns is amber, news from outside green. */
const toneOf = ({ kind, body }: TimelineLine): string =>
  kind === 'foundation.reviewed'
    ? (body as { decision?: string }).decision === 'accepted'
      ? 'leaf'
      : 'amber'
    : kind === 'foundation.checked'
      ? 'brick'
      : 'indigo'
