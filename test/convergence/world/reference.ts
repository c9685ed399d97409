import type { BookState } from '../../../src/domain/book/bookState.ts'
import type { FoldedEntry } from '../../../src/domain/entries/entry.ts'
import { householdOf } from '../../../src/domain/household/householdView.ts'
import { wrong } from './wrong.ts'

/**
 * The contract's sentence on amendments, written once more and slowly: of each field the greatest (stamp, id) wins, of
 * what was not taken back. Held against the fold that screens use.
 */
export const amendedAsTheContractSays = (state: BookState, entries: readonly FoldedEntry[]): void => {
  const order = [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort((a, b) =>
    `${a.stamp} ${a.id}` < `${b.stamp} ${b.id}` ? -1 : 1,
  )
  for (const id of state.households) {
    const about = order.filter(({ subject }) => subject === id)
    const voids = about
      .filter(({ kind }) => kind === 'entry.voided')
      .map(({ body }) => body as { entry: string; kind: string })
    const stands = about.filter(
      (entry) => !voids.some((one) => one.entry === entry.id && one.kind === entry.kind && one.kind !== 'entry.voided'),
    )
    const begin = stands.find(({ kind }) => kind === 'household.registered')
    const household = householdOf(state, id)
    if ((begin === undefined) !== (household === undefined))
      wrong('I5', `${id} is a household for one and not for the other`)
    if (household === undefined || begin === undefined) continue
    const fields: { [field: string]: unknown } = {}
    for (const field of ['phone', 'members', 'landmark', 'dwelling'])
      fields[field] = (begin.body as { [field: string]: unknown })[field]
    for (const { kind, body } of stands)
      if (kind === 'household.amended')
        for (const [field, { value }] of Object.entries((body as { set: { [field: string]: { value: unknown } } }).set))
          fields[field] = value
    for (const [field, value] of Object.entries(fields))
      if ((household.fields as { [field: string]: unknown })[field] !== value)
        wrong('I5', `${field} of ${id} is not the greatest (stamp, id)`)
  }
}
