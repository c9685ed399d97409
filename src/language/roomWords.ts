import { mostVisitsSaid } from '../domain/take-along/visitsThatFit.ts'
import { numberWords } from './locale.ts'
import { m } from './words/messages.js'

/** Room as visits with photos that still fit. */
export const roomWords = (visits: number): string => {
  if (visits === 0) return m.takealong_room_none()
  const count = numberWords(visits)
  return visits >= mostVisitsSaid ? m.takealong_room_plenty({ count }) : m.takealong_room_visits({ count })
}
