import { dwellingWords } from './codeWords.ts'
import { dayWords } from './locale.ts'
import { m } from './words/messages.js'

type Living = { dwelling: keyof typeof dwellingWords; since: string | null; oldHouseDown: boolean | null }

/** Where a family lives and since when, with what became of the old house; empty where nobody said. */
export const livingWords = ({ dwelling, since, oldHouseDown }: Living, today: string): string => {
  const where = dwelling === 'unknown' ? '' : dwellingWords[dwelling]()
  const lives = where !== '' && since !== null ? m.standing_since({ where, day: dayWords(since, today) }) : where
  const old = oldHouseDown === null ? '' : oldHouseDown ? m.standing_old_down() : m.standing_old_stands()
  return [lives, dwelling === 'old-house' && oldHouseDown === false ? '' : old]
    .filter((text) => text !== '')
    .join(' · ')
}
