import { m } from '../../language/words/messages.js'

type Someone = { person?: string; name: string }
type Props = { typed: string; perhaps: readonly Someone[]; answer(someone: Someone): void }

/** "Hung là ai?": one of the programme's people of a name like that, or somebody else. */
export const AskWho = ({ typed, perhaps, answer }: Props) => (
  <fieldset className="field">
    <legend>{m.with_who({ name: typed })}</legend>
    <div className="choices">
      {perhaps.map((someone) => (
        <button type="button" className="button" key={someone.person} onClick={() => answer(someone)}>
          {m.with_known({ name: someone.name })}
        </button>
      ))}
      <button type="button" className="button" onClick={() => answer({ name: typed })}>
        {m.with_other({ name: typed })}
      </button>
    </div>
  </fieldset>
)
