import type { ContributionRecorded, ContributionSource } from '../domain/entries/communeBodies.ts'
import type { Amount } from '../domain/money/contributionTotals.ts'
import { moneyWords, numberWords } from './locale.ts'
import { m } from './words/messages.js'

export const sourceWords: { [S in ContributionSource]: () => string } = {
  counterpart: m.source_counterpart,
  donor: m.source_donor,
  family: m.source_family,
  team: m.source_team,
}

export const formWords: { [F in ContributionRecorded['form']]: () => string } = {
  money: m.form_money,
  material: m.form_material,
  labour: m.form_labour,
}

export const promiseWords: { [S in ContributionRecorded['state']]: () => string } = {
  promised: m.state_promised,
  'handed-over': m.state_handed_over,
}

/** "1.500.000 ₫", "3,5 công", "10 bao xi măng". */
export const contributionWords = (body: ContributionRecorded): string => {
  if (body.form === 'money') return moneyWords(body.vnd ?? 0)
  if (body.form === 'labour') return m.contribution_days({ days: numberWords(body.days ?? 0) })
  return materialWords(body)
}

const materialWords = ({ what = '', quantity, unit = '' }: ContributionRecorded): string =>
  [quantity === undefined ? '' : numberWords(quantity), unit, what].filter((part) => part !== '').join(' ')

/** A total in a few words; empty where there is nothing. */
export const amountWords = ({ vnd, days, materials }: Amount): string =>
  [
    vnd > 0 ? moneyWords(vnd) : '',
    days > 0 ? m.contribution_days({ days: numberWords(days) }) : '',
    ...materials.map(contributionWords),
  ]
    .filter((part) => part !== '')
    .join(' · ')
