import { numberWords } from '../../language/locale.ts'
import { m } from '../../language/words/messages.js'

/** Rows of one's own commune stand; those of the others are right behind: until then nobody is looked for in vain. */
export const OpeningLine = ({ stand, of }: { stand: number; of: number }) =>
  stand === of ? null : (
    <p className="opening-line" role="status">
      {m.opening_communes({ stand: numberWords(stand), of: numberWords(of) })}
    </p>
  )
