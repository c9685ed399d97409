import type { Sitting } from '../../../domain/entries/communeBodies.ts'
import { atSitting } from '../../../domain/foundation/atSitting.ts'
import { pointOf } from '../../../domain/place/distance.ts'
import { judgePlace } from '../../../domain/place/judgePlace.ts'
import { dayWords, longDayWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Companions } from '../../../ui/form/Companions.tsx'
import { DateLine } from '../../../ui/form/DateLine.tsx'
import { Folded } from '../../../ui/form/Folded.tsx'
import { PlaceLine } from '../../../ui/form/PlaceLine.tsx'
import { PlaceRemarks } from '../../../ui/form/PlaceRemarks.tsx'
import { PaperPart } from '../../pictures/PaperPart.tsx'
import { useCompanions } from '../../store/queries/useCompanions.ts'
import { Returned } from './Returned.tsx'
import type { StepProps } from './stepProps.ts'

/** When, which sitting, where, and who came along. */
export const PlaceStep = (props: StepProps) => {
  const { draft, checklist, household, place, today, from, set, answer, wrong, left } = props
  const known = useCompanions()
  const day = dayWords(draft.date, today)
  return (
    <>
      <h1 tabIndex={-1}>{m.check_begin()}</h1>
      <Returned {...props} />
      <Choices<Sitting>
        legend={m.check_sitting()}
        large
        options={[
          { id: 'done', title: m.check_done() },
          { id: 'before-concrete', title: m.check_before() },
        ]}
        chosen={[draft.sitting]}
        change={([sitting = 'done']) => answer(atSitting(draft, sitting, from))}
      />
      {draft.copied === null && (
        <>
          <section className="card">
            <h2>{m.place_title()}</h2>
            <PlaceLine here={place.here} nowMs={place.nowMs} seek={place.seek} />
            <PlaceRemarks remarks={judgePlace(place.fix, pointOf(household?.fields.location), checklist.place)} />
          </section>
          <DateLine
            label={m.check_date()}
            words={draft.date === today ? m.check_date_line({ day: longDayWords(today) }) : m.check_date_other({ day })}
            value={draft.date}
            change={(date) => set({ date })}
            left={left('date')}
            wrong={wrong('date')}
          />
        </>
      )}
      <Folded
        title={m.with_title()}
        about={draft.with.map(({ name }) => name).join(', ')}
        open={draft.companion !== ''}
      >
        <p className="soft">{m.check_with_why()}</p>
        <Companions added={draft.with} typing={draft.companion} known={known} change={set} />
      </Folded>
      <PaperPart
        draft={props.photoDraft}
        copied={draft.copied}
        change={(copied) => answer({ copied })}
        how="measured"
        here={place.location()}
        wrong={wrong}
        left={left}
      />
    </>
  )
}
