import { useState } from 'react'
import { m } from '../../language/words/messages.js'
import { AskWho } from './AskWho.tsx'
import { Field } from './Field.tsx'
import './form.css'

type Someone = { person?: string; name: string }
type Props = {
  added: readonly Someone[]
  /** The name that is being typed. */
  typing: string
  known: {
    /** People the programme knows by a name like that. */
    suggest(text: string): readonly Someone[]
    /** Whom each name in the text means: somebody to the last letter, or one of several to ask about. */
    meant(text: string): readonly { typed: string; sure?: Someone; perhaps: readonly Someone[] }[]
  }
  change(patch: { with?: Someone[]; companion?: string }): void
}

/**
 * Cùng đi: a name is typed, or one of the programme's people is picked, so that they never review what they joined. A
 * typed name that is somebody's is linked to them; one that may be somebody's is asked about.
 */
export const Companions = ({ added, typing, known, change }: Props) => {
  const [asked, setAsked] = useState<{ typed: string; perhaps: readonly Someone[] }[]>([])
  const suggested = known.suggest(typing).filter(({ person }) => !added.some((one) => one.person === person))
  const add = (...more: readonly Someone[]) => {
    const fresh = more.filter((one) => !added.some(({ person, name }) => person === one.person && name === one.name))
    change({ with: [...added, ...fresh], companion: '' })
  }
  const addTyped = () => {
    const names = known.meant(typing)
    setAsked(names.filter(({ sure, perhaps }) => sure === undefined && perhaps.length > 0))
    add(...names.flatMap(({ typed, sure, perhaps }) => sure ?? (perhaps.length === 0 ? { name: typed } : [])))
  }
  const answer = (typed: string, someone: Someone) => {
    setAsked(asked.filter((one) => one.typed !== typed))
    add(someone)
  }
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
                {someone.person === undefined ? someone.name : m.with_known({ name: someone.name })} ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      {asked.map(({ typed, perhaps }) => (
        <AskWho key={typed} typed={typed} perhaps={perhaps} answer={(someone) => answer(typed, someone)} />
      ))}
      <Field label={m.with_name()} value={typing} change={(companion) => change({ companion })} />
      {typing.trim() !== '' && (
        <div className="choices">
          {suggested.map((someone) => (
            <button type="button" className="button" key={someone.person} onClick={() => add(someone)}>
              {someone.name}
            </button>
          ))}
          <button type="button" className="button" onClick={addTyped}>
            {m.with_add({ name: typing.trim() })}
          </button>
        </div>
      )}
    </div>
  )
}
