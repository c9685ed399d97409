import { useId } from 'react'
import { sentenceCase } from '../../language/sentenceCase.ts'
import { m } from '../../language/words/messages.js'
import { SelectOne } from './SelectOne.tsx'

export type Option<Id extends string> = { id: Id; title: string }

type Props<Id extends string> = {
  legend: string
  options: readonly Option<Id>[]
  chosen: readonly Id[]
  change(chosen: Id[]): void
  /** Tapped with a finger or the mouse, also where it was chosen before; arrow keys that wander don't count. */
  tapped?: (id: Id) => void
  /** Several may be chosen. */
  many?: boolean
  /** Large targets, two a row, for the one question of a screen. */
  large?: boolean
  /** The legend is only read out: the screen's title says the same. */
  quiet?: boolean
  wrong?: string | undefined
}

/** More than these are a list to scroll: the phone's own picker is better then. */
const mostRadios = 6

/** Radio buttons or check boxes as large targets; native underneath, so that keys and screen readers know them. */
export const Choices = <Id extends string>(props: Props<Id>) => {
  const { legend, options, chosen, change, tapped, many = false, large = false, quiet = false, wrong } = props
  const name = useId()
  if (!many && options.length > mostRadios) {
    const [one = ''] = chosen
    const choose = (id: string) => change(options.flatMap((option) => (option.id === id ? [option.id] : [])))
    return (
      <SelectOne label={legend} none={m.choose_one()} options={options} chosen={one} change={choose} wrong={wrong} />
    )
  }
  const toggled = (id: Id): Id[] => {
    if (!many) return [id]
    return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
  }
  return (
    <fieldset className="field" data-wrong={wrong !== undefined || undefined}>
      <legend className={quiet ? 'unseen' : undefined}>{sentenceCase(legend)}</legend>
      <div className={large ? 'choices large' : 'choices'}>
        {options.map(({ id, title }) => (
          <label className="choice" key={id}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(id)}
              onChange={() => change(toggled(id))}
              onClick={({ detail }) => detail > 0 && tapped?.(id)}
            />
            <span>{sentenceCase(title)}</span>
          </label>
        ))}
      </div>
      {wrong && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </fieldset>
  )
}
