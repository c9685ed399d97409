import { Link } from 'wouter'
import { likenessWords } from '../../../language/signWords.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useBookTitle } from '../../store/queries/useBookTitle.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { type Pair, usePair } from '../../store/queries/usePair.ts'
import { usePeople } from '../../store/queries/usePeople.ts'
import { AcrossAnswer } from './AcrossAnswer.tsx'
import { PairAnswer } from './PairAnswer.tsx'
import { pairFacts } from './pairFacts.ts'
import './same.css'

/** Two households side by side: what is alike, what differs, and one question. */
export default function PairScreen({ a, b }: { a: string; b: string }) {
  const pair = usePair(a, b)
  return (
    <main className="screen" id="content">
      <Link href="/same">‹ {m.same_title()}</Link>
      {pair === null ? (
        <>
          <h1>{m.same_title()}</h1>
          <Notice tone="amber">{m.same_gone()}</Notice>
        </>
      ) : (
        <SideBySide pair={pair} />
      )}
    </main>
  )
}

const SideBySide = ({ pair }: { pair: Pair }) => {
  const people = usePeople()
  const areas = useAreas()
  const book = useBookTitle()
  const today = useMe()?.today ?? ''
  const asked = { people: (person: string) => people.get(person)?.name ?? '', area: areas.title, book, today }
  const [a, b] = [pair.a.household, pair.b.household]
  return (
    <>
      <h1>
        {a.fields.headName} – {b.fields.headName}
      </h1>
      {pair.likeness && <p>{likenessWords(pair.likeness)}</p>}
      <section className="card">
        <table className="pair">
          <thead>
            <tr>
              <td className="soft">{m.same_what()}</td>
              {[a, b].map(({ id, fields }) => (
                <th scope="col" key={id}>
                  <Link href={`/households/${id}`}>{fields.headName}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pairFacts(pair.a, pair.b, asked).map((fact) => (
              <tr key={fact.title} className={fact.differs ? 'differs' : ''}>
                <th scope="row">
                  {fact.title} {fact.differs && <Tag tone="amber">{m.same_differs()}</Tag>}
                </th>
                <td>{fact.a}</td>
                <td>{fact.b}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {a.book === b.book ? <PairAnswer pair={pair} /> : <AcrossAnswer pair={pair} />}
    </>
  )
}
