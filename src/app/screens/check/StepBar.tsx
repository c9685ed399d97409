import { Link } from 'wouter'
import { m } from '../../../language/words/messages.js'

type Props = { back: string; name: string; at: number; count: number; listed: boolean; list(): void }

/** Whose check this is, how far it is, and the way to any step. */
export const StepBar = ({ back, name, at, count, listed, list }: Props) => (
  <header className="step-bar">
    <div className="line">
      <Link className="out" href={back}>
        ‹ {m.check_title()} · {name}
      </Link>
      <button
        type="button"
        className="button"
        aria-expanded={listed}
        aria-label={listed ? m.check_close_steps() : m.check_open_steps({ at: at + 1, count })}
        onClick={list}
      >
        {listed ? '✕' : `${at + 1}/${count} ☰`}
      </button>
    </div>
    <progress className="bar" value={at + 1} max={count} aria-label={m.check_title()} />
  </header>
)
