import { useState } from 'react'
import { Link } from 'wouter'
import { m } from '../../../language/words/messages.js'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { villageHere } from '../../store/queries/villageHere.ts'
import { BackButton } from './BackButton.tsx'

/** What can be printed without a household: a village's list, and the blank check sheet. */
export const PrintChoices = () => {
  const areas = useAreas()
  const me = useMe()
  const [village, setVillage] = useState(villageHere)
  return (
    <main className="screen" id="content">
      <BackButton />
      <div>
        <h1>{m.print_title()}</h1>
        <p className="soft">{m.print_lead()}</p>
      </div>
      <section className="card" aria-labelledby="print-village">
        <h2 id="print-village">{m.print_village_section()}</h2>
        <div className="field">
          <label htmlFor="village">{m.print_village_which()}</label>
          <select id="village" value={village} onChange={(event) => setVillage(event.target.value)}>
            <option value="">{m.choose_one()}</option>
            {me?.books.map((book) => (
              <optgroup key={book.id} label={book.title}>
                {areas.villagesOf(book.id).map(({ area, title }) => (
                  <option key={area} value={area}>
                    {title}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        {village !== '' && (
          <Link className="button main" href={`/print/village/${encodeURIComponent(village)}`}>
            {m.print_village_open()}
          </Link>
        )}
      </section>
      <section className="card" aria-labelledby="print-blank">
        <h2 id="print-blank">{m.print_blank_section()}</h2>
        <p>{m.print_blank_lead()}</p>
        <Link className="button" href="/print/blank">
          {m.print_blank_open()}
        </Link>
      </section>
    </main>
  )
}
