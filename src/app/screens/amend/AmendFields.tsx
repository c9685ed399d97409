import type { Dwelling } from '../../../domain/entries/communeBodies.ts'
import type { Household } from '../../../domain/household/household.ts'
import { pointOf } from '../../../domain/place/distance.ts'
import { judgeHousePlace } from '../../../domain/place/judgePlace.ts'
import { placeLimits } from '../../../domain/place/placeLimits.ts'
import { dwellingWords } from '../../../language/codeWords.ts'
import { fieldWords } from '../../../language/fieldWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { PlaceLine } from '../../../ui/form/PlaceLine.tsx'
import { PlaceRemarks } from '../../../ui/form/PlaceRemarks.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import type { FormPlace } from '../../store/queries/useFormPlace.ts'
import { useVillagePlace } from '../../store/queries/useVillagePlace.ts'
import type { AmendForm, Typed } from './amendForm.ts'

type Props = {
  household: Household
  form: AmendForm
  place: FormPlace
  set(patch: Partial<AmendForm>): void
  wrong(field: string): string | undefined
}

type Line = { field: Typed; type?: 'number' | 'tel' | 'date'; lines?: number }

const names: readonly Line[] = [
  { field: 'headName' },
  { field: 'otherName' },
  { field: 'birthYear', type: 'number' },
  { field: 'spouseName' },
  { field: 'spouseBirthYear', type: 'number' },
  { field: 'members', type: 'number' },
  { field: 'ethnicity' },
  { field: 'language' },
  { field: 'phone', type: 'tel' },
]
const wayThere: readonly Line[] = [{ field: 'landmark' }, { field: 'wayIn', lines: 2 }]
const since: readonly Line[] = [{ field: 'dwellingSince', type: 'date' }]
const rest: readonly Line[] = [{ field: 'note', lines: 3 }]

/** A household's fields as they stand, to be put right. */
export const AmendFields = (props: Props) => {
  const { household, form, place, set } = props
  const village = useVillagePlace(form.typed.village)
  return (
    <div className="columns">
      <section className="stack" aria-labelledby="names">
        <h2 id="names">{m.amend_names()}</h2>
        <Lines lines={names} {...props} />
      </section>
      <section className="stack" aria-labelledby="place">
        <h2 id="place">{m.amend_place()}</h2>
        <Village {...props} />
        <PlaceLine
          here={place.here}
          nowMs={place.nowMs}
          seek={place.seek}
          ask={pointOf(household.fields.location) === null ? m.place_ask() : m.place_again()}
          none={pointOf(household.fields.location) === null ? m.place_not_asked() : m.place_known()}
        />
        <PlaceRemarks remarks={judgeHousePlace(place.fix, village, placeLimits.house)} />
        <Lines lines={wayThere} {...props} />
        <Choices
          legend={fieldWords('dwelling')}
          options={(Object.keys(dwellingWords) as Dwelling[]).map((id) => ({ id, title: dwellingWords[id]() }))}
          chosen={form.dwelling === null ? [] : [form.dwelling]}
          change={([dwelling = null]) => set({ dwelling })}
        />
        <Lines lines={since} {...props} />
        <Choices
          legend={fieldWords('oldHouseDown')}
          options={[
            { id: 'yes', title: m.yes() },
            { id: 'no', title: m.no() },
          ]}
          chosen={form.oldHouseDown === null ? [] : [form.oldHouseDown ? 'yes' : 'no']}
          change={([said]) => set({ oldHouseDown: said === 'yes' })}
        />
        <Lines lines={rest} {...props} />
      </section>
    </div>
  )
}

const Lines = ({ lines, form, set, wrong }: Props & { lines: readonly Line[] }) =>
  lines.map(({ field, type = 'text' as const, lines: rows = 1 }) => (
    <Field
      key={field}
      label={fieldWords(field)}
      type={type}
      lines={rows}
      value={form.typed[field]}
      change={(text) => set({ typed: { ...form.typed, [field]: text } })}
      wrong={wrong(field)}
    />
  ))

const Village = ({ household, form, set, wrong }: Props) => {
  const villages = useAreas().villagesOf(household.book)
  const change = (village: string) => set({ typed: { ...form.typed, village } })
  if (villages.length === 0)
    return <Field label={fieldWords('village')} value={form.typed.village} change={change} wrong={wrong('village')} />
  return (
    <Choices
      legend={fieldWords('village')}
      options={villages.map(({ area, title }) => ({ id: area, title }))}
      chosen={[form.typed.village]}
      change={([village = '']) => change(village)}
      wrong={wrong('village')}
    />
  )
}
