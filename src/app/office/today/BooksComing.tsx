import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { useBooksHere } from '../../store/queries/useBooksHere.ts'

/** While the first pull is under way the numbers below are not whole yet: how far it came is said. */
export const BooksComing = () => {
  const { here, of } = useBooksHere()
  if (here >= of) return null
  const said = m.office_books_coming({ here: numberWords(here), of: numberWords(of) })
  return (
    <section className="card" aria-label={said}>
      <p>{said}</p>
      <progress className="bar" value={here} max={of} aria-label={said} />
    </section>
  )
}
