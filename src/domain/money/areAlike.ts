import { plainText } from '../names/plainText.ts'
import { daysBetween } from '../time/day.ts'
import type { Contribution } from './contribution.ts'

/** So far apart two records of one handing-over are still dated. */
const mostDays = 7

/**
 * May these two be one, written twice? Same source, form, state and amount within seven days from two devices: whoever
 * writes twice on one phone sees the first.
 */
export const areAlike = (a: Contribution, b: Contribution): boolean =>
  a.device !== b.device &&
  likenessKey(a) === likenessKey(b) &&
  Math.abs(daysBetween(a.body.date, b.body.date)) <= mostDays

/** Money by its VND, labour by its days, material by what, how much and in which unit; its worth is a guess. */
const likenessKey = ({ body }: Contribution): string => {
  const amount = {
    money: [body.vnd],
    labour: [body.days],
    material: [plainText(body.what ?? ''), body.quantity, plainText(body.unit ?? '')],
  }[body.form]
  return [body.source, body.form, body.state, ...amount].join('|')
}
