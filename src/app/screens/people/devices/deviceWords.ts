import { momentWords, numberWords } from '../../../../language/locale.ts'
import { roleWords } from '../../../../language/roleWords.ts'
import { m } from '../../../../language/words/messages.js'
import type { Tone } from '../../../../ui/Notice.tsx'
import type { AdminDevice } from '../../../admin/listDevices.ts'

/** Where a device stands; a colour never without its word. */
export const standing = ({ confirmed, revoked }: AdminDevice): { tone: Tone; word: string } => {
  if (revoked) return { tone: 'red', word: m.admin_device_revoked() }
  return confirmed ? { tone: 'leaf', word: m.admin_device_well() } : { tone: 'amber', word: m.admin_device_waiting() }
}

/** A device that came back by its certificate brought no name with it. */
export const deviceName = ({ name, id }: AdminDevice): string =>
  name || m.admin_device_number({ number: id.slice(0, 8) })

export const roleOf = ({ role }: AdminDevice): string => roleWords[role]()

/** The communes; the district's own book, that everybody reads, comes first and is not said. */
export const booksOf = ({ role, books }: AdminDevice): string => {
  if (role === 'district' || role === 'admin') return m.admin_books_all()
  return (
    books
      .slice(1)
      .map(({ title }) => title)
      .join(', ') || m.admin_books_none()
  )
}

export const seenWords = ({ lastSeen }: AdminDevice, nowMs: number): string =>
  lastSeen === null ? m.admin_seen_never() : momentWords(Date.parse(lastSeen), nowMs)

/** So many of the missing numbers are read out; more would be a list that nobody reads. */
const mostNumbers = 8

export const entriesWords = ({ upTo, gaps }: AdminDevice): string => {
  const received = upTo === 0 ? m.admin_up_to_none() : m.admin_up_to({ count: numberWords(upTo) })
  if (gaps.length === 0) return received
  const numbers = gaps.slice(0, mostNumbers).join(', ') + (gaps.length > mostNumbers ? '…' : '')
  return `${received}; ${m.admin_gaps({ count: gaps.length, numbers })}`
}
