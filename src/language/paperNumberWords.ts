import { holdsPaperNumber } from '../domain/names/paperNumber.ts'
import { m } from './words/messages.js'

/** What is said beside a field in which somebody begins to write an identity number; undefined where nobody does. */
export const paperNumberWords = (text: string): string | undefined =>
  holdsPaperNumber(text) ? m.names_paper_number() : undefined
