import type { Flag } from '../domain/lists/reviewQueue.ts'
import { copiedWords } from './copiedWords.ts'
import { numberWords } from './locale.ts'
import { m } from './words/messages.js'

/** What an auditor would look at, in words; it never blocks. */
export const flagWords = (flag: Flag): string => {
  switch (flag.flag) {
    case 'distance':
      return m.review_flag_distance({ metres: numberWords(flag.metres) })
    case 'accuracy':
      return m.review_flag_accuracy({ metres: numberWords(flag.metres) })
    case 'days':
      return m.review_flag_days({ days: flag.days })
    case 'same-photo':
      return m.review_flag_same_photo()
    case 'gone':
      return m.review_flag_gone({ items: numberWords(flag.items) })
    case 'copied':
      return copiedWords(flag, 'measured')
  }
}
