import { m } from '../../language/words/messages.js'

/** The storage could not be opened: what happened, what is safe, what to do. */
export const OpenFailed = () => (
  <main className="screen" id="content">
    <h1>{m.open_failed_title()}</h1>
    <p>{m.open_failed_do()}</p>
  </main>
)
