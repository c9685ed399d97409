import type { Day } from '../../../domain/entries/communeBodies.ts'
import { type NextVisit, nextVisitDay } from '../../../domain/household/visitDraft.ts'
import { dwellingWords, needWords, purposeWords } from '../../../language/codeWords.ts'
import { longDayWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Folded } from '../../../ui/form/Folded.tsx'
import { optionsOf } from './optionsOf.ts'
import { VisitCompany } from './VisitCompany.tsx'
import type { VisitPart } from './VisitOutcomes.tsx'

/** The rest of a visit, in groups that say what is in them while they are closed. */
export const VisitDetails = (props: VisitPart & { today: Day }) => {
  const { form, set } = props
  return (
    <div className="stack">
      <Folded title={m.visit_did()} about={said(form.purposes.map((one) => purposeWords[one]()))}>
        <Choices
          legend={m.visit_purposes()}
          quiet
          many
          options={optionsOf(purposeWords)}
          chosen={form.purposes}
          change={(purposes) => set({ purposes })}
        />
      </Folded>
      <Needs {...props} />
      <Living {...props} />
      <Next {...props} />
      <VisitCompany {...props} />
    </div>
  )
}

const said = (words: readonly string[]): string => words.filter((one) => one !== '').join(', ')

const Needs = ({ form, set }: VisitPart) => (
  <Folded title={m.visit_needs()} about={said(form.needs.map((need) => needWords[need]()))}>
    <Choices
      legend={m.visit_needs()}
      quiet
      many
      options={optionsOf(needWords)}
      chosen={form.needs}
      change={(needs) => set({ needs })}
    />
    {form.needs.map((need) => (
      <Field
        key={need}
        label={m.visit_need_note({ need: needWords[need]() })}
        value={form.needNotes[need] ?? ''}
        change={(note) => set({ needNotes: { ...form.needNotes, [need]: note } })}
      />
    ))}
  </Folded>
)

const Living = ({ form, set, wrong, left }: VisitPart) => (
  <Folded title={m.visit_dwelling()} about={form.dwelling === null ? '' : dwellingWords[form.dwelling]()}>
    <Choices
      legend={m.visit_dwelling()}
      quiet
      options={optionsOf(dwellingWords)}
      chosen={form.dwelling === null ? [] : [form.dwelling]}
      change={([dwelling = null]) => set({ dwelling })}
    />
    {form.dwelling !== null && (
      <Field
        label={m.visit_since()}
        type="date"
        value={form.dwellingSince}
        change={(dwellingSince) => set({ dwellingSince })}
        left={left('dwellingSince')}
        wrong={wrong('dwellingSince')}
      />
    )}
    <Choices
      legend={m.visit_old_house()}
      options={[
        { id: 'down', title: m.visit_old_down() },
        { id: 'stands', title: m.visit_old_stands() },
      ]}
      chosen={form.oldHouse === null ? [] : [form.oldHouse]}
      change={([oldHouse = null]) => set({ oldHouse })}
    />
  </Folded>
)

const nextWords: { [N in NextVisit]: () => string } = {
  none: m.visit_next_none,
  week: m.visit_next_week,
  'two-weeks': m.visit_next_two,
  day: m.visit_next_day,
}

const Next = ({ form, set, wrong, left }: VisitPart) => {
  const day = nextVisitDay(form)
  return (
    <Folded title={m.visit_next()} about={day === null ? '' : longDayWords(day)}>
      <Choices
        legend={m.visit_next()}
        quiet
        options={optionsOf(nextWords)}
        chosen={[form.next]}
        change={([next = 'none']) => set({ next })}
      />
      {form.next === 'day' && (
        <Field
          label={m.visit_next_which()}
          type="date"
          value={form.nextDay}
          change={(nextDay) => set({ nextDay })}
          left={left('next')}
          wrong={wrong('next')}
        />
      )}
      {form.next !== 'day' && wrong('next') && <span className="wrong">{wrong('next')}</span>}
    </Folded>
  )
}
