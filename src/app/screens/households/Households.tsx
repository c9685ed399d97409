import { useState } from 'react'
import { Link } from 'wouter'
import { stageWords } from '../../../language/codeWords.ts'
import { numberWords } from '../../../language/locale.ts'
import { nameWords, standingWords } from '../../../language/rowWords.ts'
import { m } from '../../../language/words/messages.js'
import { Field } from '../../../ui/form/Field.tsx'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { LongList } from '../../../ui/LongList.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useHouseholds } from '../../store/queries/useHouseholds.ts'

/** Households by village and given name, searched as one types, without diacritics. */
export default function Households() {
  const areas = useAreas()
  const [text, setText] = useState('')
  const rows = useHouseholds({ text })
  return (
    <main className="screen wide" id="content">
      <div className="head">
        <h1>{m.households_title()}</h1>
        <span className="soft" role="status">
          {m.households_found({ count: numberWords(rows.length) })}
        </span>
        <Link className="button plain" href="/print">
          {m.print_title()}
        </Link>
      </div>
      <Field label={m.households_search()} type="search" value={text} change={setText} />
      {rows.length === 0 && <p>{m.households_none()}</p>}
      <LongList
        items={rows}
        draw={(row, place) => (
          <HouseholdLine
            key={row.id}
            href={`/households/${row.id}`}
            name={nameWords(row)}
            about={`${areas.title(row.village)} · ${standingWords(row)}`}
            stage={row.stage}
            stageTitle={stageWords[row.stage]()}
            mark={row.mark}
            place={place}
          >
            {row.pending && <Tag tone="amber">{m.household_pending()}</Tag>}
          </HouseholdLine>
        )}
      />
      <div className="foot">
        <Link className="button main wide" href="/households/new">
          {m.households_new()}
        </Link>
      </div>
    </main>
  )
}
