import { m } from '../../language/words/messages.js'
import { build } from '../device/build.ts'

type Props = {
  /** `blocked`: an older tab holds the storage; it opens by itself when that one goes. */
  why: 'failed' | 'blocked'
}

/** The storage could not be opened (yet): what happened, what is safe, what to do. */
export default function OpenFailed({ why }: Props) {
  const blocked = why === 'blocked'
  return (
    <main className="screen" id="content">
      <h1>{blocked ? m.open_blocked_title() : m.open_failed_title()}</h1>
      <p role="status">{blocked ? m.open_blocked_do() : m.open_failed_do()}</p>
      <p className="soft">{m.open_failed_build({ build })}</p>
      <button type="button" className="button main" onClick={() => location.reload()}>
        {m.stumble_again()}
      </button>
    </main>
  )
}
