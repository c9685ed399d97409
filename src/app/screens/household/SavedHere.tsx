import type { TimelineLine } from '../../../domain/lists/timeline.ts'
import { m } from '../../../language/words/messages.js'

/** What was just recorded here is safe: said where people come back to after saving, until it was handed in. */
export const SavedHere = ({ lines }: { lines: readonly TimelineLine[] }) => {
  const count = lines.filter(({ pending }) => pending).length
  return (
    count > 0 && (
      <p className="notice leaf" role="status">
        ✓ {m.household_saved({ count })}
      </p>
    )
  )
}
