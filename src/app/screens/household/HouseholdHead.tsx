import type { Build } from '../../../domain/build/build.ts'
import { markOf } from '../../../domain/build/buildView.ts'
import type { Household } from '../../../domain/household/household.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { dwellingSinceWords, oldHouseWords } from '../../../language/livingWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'

/** Who, where, and how the house stands. Never poverty or health. */
export const HouseholdHead = ({ household, build }: { household: Household; build: Build | undefined }) => {
  const areas = useAreas()
  const { fields, living, standing, movedTo } = household
  // Where they live now is not known here, or stands in another commune's book.
  const gone = standing === 'moved' || movedTo !== null
  const stage = build?.stage ?? 'planned'
  const hold = build?.fields.hold
  const today = useMe()?.today ?? ''
  const about = [
    areas.title(fields.village),
    fields.members && m.household_members({ count: fields.members }),
    fields.spouseName && m.household_spouse({ name: fields.spouseName }),
    fields.otherName && m.household_called({ name: fields.otherName }),
    fields.landmark && m.household_landmark({ text: fields.landmark }),
    !gone && oldHouseWords(living),
  ]
  return (
    <header className="title">
      <HouseDrawing
        stage={stage}
        mark={build === undefined ? 'none' : markOf(build)}
        treatment={build?.fields.type === 'treatment-house'}
        size={96}
        label={build === undefined ? m.stage_none() : stageWords[stage]()}
      />
      <div className="what">
        <h1>{fields.headName}</h1>
        <p className="soft">{about.filter(Boolean).join(' · ')}</p>
        <div className="tags">
          <Tag tone={stage === 'planned' || stage === 'foundation' ? 'indigo' : 'leaf'}>
            {build === undefined ? m.stage_none() : stageWords[stage]()}
          </Tag>
          {!gone && (living.dwelling === 'tent' || living.dwelling === 'lodging') && (
            <Tag tone="amber">{dwellingSinceWords(living, today)}</Tag>
          )}
          {hold && <Tag tone="amber">{hold.state === 'paused' ? m.hold_paused() : m.hold_given_up()}</Tag>}
        </div>
        {hold && <p className="soft">{hold.reason}</p>}
      </div>
    </header>
  )
}
