import { m } from '../language/words/messages.js'

/** Said calmly wherever people might take invented families for real ones; nothing in a real district. */
export const TrialLine = ({ trial }: { trial: boolean }) => trial && <p className="trial">{m.trial_line()}</p>
