import { kindWords } from '../../../../language/kindWords.ts'
import { lineDetails, lineTitle } from '../../../../language/lineWords.ts'
import { m } from '../../../../language/words/messages.js'
import type { HeldEntry } from '../../../admin/listHeld.ts'
import { useAbout } from '../../../store/queries/useAbout.ts'
import { usePeople } from '../../../store/queries/usePeople.ts'

/** A held entry in words: what it is, whom it is about where that is known, who wrote it. */
export const useHeldWords = ({ fields, person }: HeldEntry) => {
  const people = usePeople()
  const { title, book } = useAbout(fields.book, fields.subject)
  const { headName } = fields.body as { headName?: unknown }
  return {
    what: told(fields, lineTitle) ?? (fields.kind === '' ? m.admin_held_unknown() : kindWords(fields.kind)),
    details: told(fields, lineDetails) ?? [],
    about: title || (typeof headName === 'string' ? headName : ''),
    book: book || fields.book || m.admin_held_unknown(),
    who: people.get(person)?.name ?? m.admin_somebody(),
  }
}

/** It was held, so nothing of its body is certain: words that can't be found in it are left out. */
const told = <T>(fields: HeldEntry['fields'], say: (line: { kind: string; body: unknown }) => T): T | null => {
  try {
    return say(fields as never)
  } catch {
    return null
  }
}
