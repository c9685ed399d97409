import { m } from '../../language/words/messages.js'
import { Field } from './Field.tsx'
import './form.css'

type Someone = { person?: string; name: string }
type Props = {
  added: readonly Someone[]
  /** The name that is being typed. */
  typing: string
  /** People the programme knows by a name like that. */
  suggest(text: string): readonly Someone[]
  change(patch: { with?: Someone[]; companion?: string }): void
}

/** Cùng đi: a name is typed, or one of the programme's people is picked, so that they never review what they joined. */
export const Companions = ({ added, typing, suggest, change }: Props) => {
  const add = (someone: Someone) => change({ with: [...added, someone], companion: '' })
  const known = suggest(typing).filter(({ person }) => !added.some((one) => one.person === person))
  return (
    <div className="stack">
      {added.length > 0 && (
        <ul className="choices">
          {added.map((someone, at) => (
            <li key={`${someone.person ?? ''} ${someone.name}`}>
              <button
                type="button"
                className="button"
                aria-label={m.with_remove({ name: someone.name })}
                onClick={() => change({ with: added.filter((_, index) => index !== at) })}
              >
                {someone.name} ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <Field label={m.with_name()} value={typing} change={(companion) => change({ companion })} />
      {typing.trim() !== '' && (
        <div className="choices">
          {known.map((someone) => (
            <button type="button" className="button" key={someone.person} onClick={() => add(someone)}>
              {someone.name}
            </button>
          ))}
          <button type="button" className="button" onClick={() => add({ name: typing.trim().normalize('NFC') })}>
            {m.with_add({ name: typing.trim() })}
          </button>
        </div>
      )}
    </div>
  )
}
