import type { Sitting } from '../domain/entries/communeBodies.ts'
import { m } from './words/messages.js'

export const sittingWords: { [S in Sitting]: () => string } = {
  'before-concrete': m.check_before,
  done: m.check_done,
}
