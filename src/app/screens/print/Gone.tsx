import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { BackButton } from './BackButton.tsx'

/** What was to be printed isn't on this device. */
export const Gone = () => (
  <main className="screen" id="content">
    <BackButton />
    <h1>{m.print_title()}</h1>
    <Notice tone="amber">{m.print_gone()}</Notice>
  </main>
)
