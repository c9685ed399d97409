import { useId } from 'react'

export type Option<Id extends string> = { id: Id; title: string }

type Props<Id extends string> = {
  legend: string
  options: readonly Option<Id>[]
  chosen: readonly Id[]
  change(chosen: Id[]): void
  /** Several may be chosen. */
  many?: boolean
  wrong?: string | undefined
}

/** Radio buttons or check boxes as large targets; native underneath, so that keys and screen readers know them. */
export const Choices = <Id extends string>({ legend, options, chosen, change, many = false, wrong }: Props<Id>) => {
  const name = useId()
  const toggled = (id: Id): Id[] => {
    if (!many) return [id]
    return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
  }
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="choices">
        {options.map(({ id, title }) => (
          <label className="choice" key={id}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(id)}
              onChange={() => change(toggled(id))}
            />
            <span>{title}</span>
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
