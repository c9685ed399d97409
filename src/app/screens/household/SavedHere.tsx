import type { TimelineLine } from '../../../domain/lists/timeline.ts'
import { lineTitle } from '../../../language/lineWords.ts'
import { m } from '../../../language/words/messages.js'

/** What was just recorded here is safe, and where it stands: said where people come back to after saving. */
export const SavedHere = ({ lines }: { lines: readonly TimelineLine[] }) => {
  const pending = lines.filter((line) => line.pending)
  const latest = pending.find(({ kind }) => kind !== 'photo.taken') ?? pending[0]
  if (latest === undefined) return null
  return (
    <p className="notice leaf" role="status">
      ✓ {m.saved_on_phone()}: {lineTitle(latest)}
      {pending.length > 1 && ` · ${m.household_pending_all({ count: pending.length })}`}
    </p>
  )
}
