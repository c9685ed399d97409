import type { Build } from '../../../../domain/build/build.ts'
import { dayWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'

/**
 * What is still to be done at the house, in words that a family may hear: what the latest check asks to mend, or that
 * its result is on its way. Never money: a share is no debt. What a recorder still has to photograph is no family's.
 */
export const wantedOfFamily = (build: Build | undefined): string[] => {
  const check = build?.checks[0]
  if (check === undefined || (build?.stage !== 'foundation' && build?.stage !== 'planned')) return []
  const { mend } = check.body
  const review = check.reviews[0]?.body
  const mends = review?.decision === 'returned' ? review.returnFor === 'mend' : mend !== undefined
  return [
    mends ? (review?.decision === 'returned' ? review.reason : mend?.what) : '',
    mends && mend?.by ? m.sign_read_by({ day: dayWords(mend.by, '') }) : '',
    check.status === 'waiting' ? m.print_family_told() : '',
  ].filter((text) => text !== undefined && text !== '') as string[]
}
