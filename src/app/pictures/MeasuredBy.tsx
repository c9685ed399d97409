import type { CopiedDraft } from '../../domain/entries/copiedFromPaper.ts'
import { m } from '../../language/words/messages.js'
import { Field } from '../../ui/form/Field.tsx'
import { useCompanions } from '../store/queries/useCompanions.ts'
import { useMe } from '../store/queries/useMe.ts'

type Props = {
  label: string
  copied: CopiedDraft
  change(copied: CopiedDraft): void
  left: (() => void) | undefined
  wrong: string | undefined
}

/** Who measured: typed, oneself by a tap, or one of the programme's people, who then never reviews it. */
export const MeasuredBy = ({ label, copied, change, left, wrong }: Props) => {
  const { suggest } = useCompanions()
  const me = useMe()
  const { measuredBy, person } = copied
  const mine = me?.person.name ?? ''
  const people = person === null && measuredBy !== mine ? suggest(measuredBy) : []
  return (
    <>
      <Field
        label={label}
        value={measuredBy}
        change={(typed) => change({ ...copied, measuredBy: typed, person: null })}
        left={left}
        wrong={wrong}
      />
      {(measuredBy === '' || people.length > 0) && (
        <div className="choices">
          {measuredBy === '' && mine !== '' && (
            <button type="button" className="button" onClick={() => change({ ...copied, measuredBy: mine })}>
              {m.paper_me({ name: mine })}
            </button>
          )}
          {people.map((one) => (
            <button
              type="button"
              className="button"
              key={one.person ?? one.name}
              onClick={() => change({ ...copied, measuredBy: one.name, person: one.person ?? null })}
            >
              {one.name}
            </button>
          ))}
        </div>
      )}
    </>
  )
}
