import { useState } from 'react'
import { plainText } from '../../../domain/names/plainText.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Field } from '../../../ui/form/Field.tsx'
import { SelectOne } from '../../../ui/form/SelectOne.tsx'
import { usePreviews } from '../../pictures/usePreviews.ts'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { type ReviewRow, useReviewQueue } from '../../store/queries/useReviewQueue.ts'
import { useWaitingPreviews } from '../../store/queries/useWaitingPreviews.ts'
import { QueueRows } from './QueueRows.tsx'
import { QueueTable } from './QueueTable.tsx'
import './review.css'

const step = 40
/** So few are read at a glance: a search field would only be in the way. */
const fewEnough = 8
const communeKey = 'mai-am-review-commune'

/** Checks that wait for an answer: a table on a desk, rows on a phone. Their photos come meanwhile. */
export default function ReviewQueue() {
  const all = useReviewQueue()
  const areas = useAreas()
  const [text, setText] = useState('')
  const [commune, setCommune] = useState(() => sessionStorage.getItem(communeKey) ?? '')
  const [shown, setShown] = useState(step)
  const choose = (book: string) => {
    sessionStorage.setItem(communeKey, book)
    setCommune(book)
    setShown(step)
  }
  const wanted = plainText(text)
  const rows = all.filter(
    ({ name, village, build }) =>
      (commune === '' || build.book === commune) && plainText(`${name} ${areas.title(village)}`).includes(wanted),
  )
  return (
    <main className="screen wide" id="content">
      <div className="head">
        <h1>{m.review_title()}</h1>
        <span>{numberWords(rows.length)}</span>
      </div>
      {all.length === 0 && <p>{m.review_empty()}</p>}
      {all.length > 0 && <Previews rows={all} />}
      {all.length > fewEnough && (
        <div className="queue-filters">
          <Field label={m.review_search()} type="search" value={text} change={setText} />
          <Communes all={all} commune={commune} choose={choose} />
        </div>
      )}
      {all.length > 0 && rows.length === 0 && <p>{m.review_none_found()}</p>}
      {rows.length > 0 && (
        <>
          <QueueTable rows={rows.slice(0, shown)} />
          <QueueRows rows={rows.slice(0, shown)} />
        </>
      )}
      {rows.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + step)}>
          {m.show_more()}
        </button>
      )}
    </main>
  )
}

const Communes = ({ all, commune, choose }: { all: ReviewRow[]; commune: string; choose(book: string): void }) => {
  const me = useMe()
  const waitingIn = (book: string) => all.filter(({ build }) => build.book === book).length
  const options = (me?.books ?? [])
    .map(({ id, title }) => ({ id, title: m.review_commune_count({ title, count: waitingIn(id) }) }))
    .filter(({ id }) => id === commune || waitingIn(id) > 0)
    .sort((a, b) => a.title.localeCompare(b.title, 'vi'))
  if (options.length < 2 && commune === '') return null
  return (
    <SelectOne
      label={m.review_commune()}
      none={m.review_all_communes()}
      options={options}
      chosen={commune}
      change={choose}
    />
  )
}

/** What is here for reviewing on the road: counted, never promised. */
const Previews = ({ rows }: { rows: ReviewRow[] }) => {
  const { here, of } = usePreviews(useWaitingPreviews(rows))
  if (of === 0) return null
  return (
    <p className="soft">
      {here >= of
        ? m.review_previews_all({ of: numberWords(of) })
        : m.review_previews({ here: numberWords(here), of: numberWords(of) })}
    </p>
  )
}
