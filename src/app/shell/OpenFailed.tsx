import { m } from '../../language/words/messages.js'
import { build } from '../device/build.ts'

/** The storage could not be opened: what happened, what is safe, what to do. */
export const OpenFailed = () => (
  <main className="screen" id="content">
    <h1>{m.open_failed_title()}</h1>
    <p>{m.open_failed_do()}</p>
    <p className="soft">{m.open_failed_build({ build })}</p>
    <button type="button" className="button main" onClick={() => location.reload()}>
      {m.stumble_again()}
    </button>
  </main>
)
