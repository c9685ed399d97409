import { Link } from 'wouter'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { useStillComing } from '../../store/queries/useStillComing.ts'

/** Its row stands and its history is still on the way, or it is not on this phone at all. */
export const NotHere = ({ id }: { id: string }) => {
  const coming = useStillComing(id)
  return (
    <main className="screen" id="content">
      {coming === null ? (
        <Notice tone="amber">{m.household_gone()}</Notice>
      ) : (
        <>
          <h1>{coming.headName}</h1>
          <progress className="bar" value={coming.read} max={coming.of} aria-label={m.household_coming_bar()} />
          <p role="status">{m.household_coming({ read: numberWords(coming.read), of: numberWords(coming.of) })}</p>
        </>
      )}
      <Link className="button" href="/households">
        {m.household_back()}
      </Link>
    </main>
  )
}
