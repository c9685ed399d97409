import { useId } from 'react'
import { sentenceCase } from '../../language/sentenceCase.ts'

type Props = {
  label: string
  /** What stands there while nothing is chosen. */
  none: string
  options: readonly { id: string; title: string }[]
  chosen: string
  change(id: string): void
  wrong?: string | undefined
}

/** One of a long list, by the phone's own picker. */
export const SelectOne = ({ label, none, options, chosen, change, wrong }: Props) => {
  const id = useId()
  return (
    <div className="field" data-wrong={wrong !== undefined || undefined}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen}
        aria-invalid={wrong !== undefined}
        {...(wrong ? { 'aria-describedby': `${id}-wrong` } : {})}
        onChange={(event) => change(event.target.value)}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {sentenceCase(option.title)}
          </option>
        ))}
      </select>
      {wrong && (
        <span className="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
    </div>
  )
}
