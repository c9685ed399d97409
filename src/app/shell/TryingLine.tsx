import { Link, useLocation } from 'wouter'
import { tryStepOf, trySteps } from '../../domain/try-phone/phoneTried.ts'
import { numberWords } from '../../language/locale.ts'
import { m } from '../../language/words/messages.js'
import { usePhoneTried } from '../store/queries/usePhoneTried.ts'

/** A phone that is being tried out is stopped again and again: whoever opens it finds the way back. */
export const TryingLine = () => {
  const { tried } = usePhoneTried()
  const [at] = useLocation()
  if (!tried || at === '/people/try-phone') return null
  const step = tryStepOf(tried)
  return (
    <section className="storage-notice notice indigo" aria-label={m.tryphone_title()}>
      <p role="status">
        {step === null
          ? m.tryphone_all_done()
          : m.tryphone_under_way({ at: numberWords(trySteps.indexOf(step) + 1), of: numberWords(trySteps.length) })}
      </p>
      <Link className="button" href="/people/try-phone">
        {m.tryphone_go_on()}
      </Link>
    </section>
  )
}
