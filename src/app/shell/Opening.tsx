import { numberWords } from '../../language/locale.ts'
import { m } from '../../language/words/messages.js'
import { useOpening } from '../store/queries/useOpening.ts'

/** The books are being read from this phone's memory: how far, in numbers. */
export const Opening = () => {
  const opening = useOpening()
  const { read, of } = opening ?? { read: 0, of: 1 }
  return (
    <main className="screen" id="content">
      <h1>{m.app_name()}</h1>
      <progress className="bar" value={read} max={of} aria-label={m.opening()} />
      <p className="soft">
        {read === 0 ? m.opening() : m.opening_books({ read: numberWords(read), of: numberWords(of) })}
      </p>
    </main>
  )
}
