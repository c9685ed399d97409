import type { CopiedFromPaper } from '../domain/entries/communeBodies.ts'
import { dayWords } from './locale.ts'
import { m } from './words/messages.js'

/** "Chép từ giấy, Lô Văn Páo đo ngày 20/11/2026": with the year, for a sheet may have lain long. */
export const copiedWords = (
  { measuredBy, measuredOn }: Pick<CopiedFromPaper, 'measuredBy' | 'measuredOn'>,
  how: 'measured' | 'written',
): string => {
  const said = { name: measuredBy, day: dayWords(measuredOn, '') }
  return how === 'measured' ? m.paper_measured(said) : m.paper_written(said)
}
