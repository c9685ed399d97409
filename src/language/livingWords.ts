import { dwellingWords } from './codeWords.ts'
import { dayWords } from './locale.ts'
import { m } from './words/messages.js'

type Living = { dwelling: keyof typeof dwellingWords; since: string | null; oldHouseDown: boolean | null }

/** Where a family lives and since when; empty where nobody said. */
export const dwellingSinceWords = ({ dwelling, since }: Living, today: string): string => {
  if (dwelling === 'unknown') return ''
  const where = dwellingWords[dwelling]()
  return since === null ? where : m.standing_since({ where, day: dayWords(since, today) })
}

/** What became of the old house; empty where nobody said, or where the family still lives in it. */
export const oldHouseWords = ({ dwelling, oldHouseDown }: Living): string => {
  if (oldHouseDown === null || (dwelling === 'old-house' && !oldHouseDown)) return ''
  return oldHouseDown ? m.standing_old_down() : m.standing_old_stands()
}
