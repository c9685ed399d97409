import { nameSortKey } from '../../../src/domain/names/nameSortKey.ts'
import { plainText } from '../../../src/domain/names/plainText.ts'
import type { AHousehold, AVisit } from './theDistrict.ts'

/** A household or a visit as an app of two tables keeps it: the same facts, with what its lists are sorted and found by. */
export type HouseholdDocument = AHousehold['body'] & {
  id: string
  commune: string
  stage: string
  sortName: string
  plain: string
  at: string
  person: string
}
export type VisitDocument = AVisit['body'] & {
  id: string
  household: string
  commune: string
  at: string
  person: string
}
export type Documents = { households: HouseholdDocument[]; visits: VisitDocument[] }

export const asDocuments = (households: readonly AHousehold[], person: (commune: string) => string): Documents => ({
  households: households.map(({ id, commune, atMs, body, build }) => ({
    ...body,
    id,
    commune,
    stage: build?.stage ?? 'planned',
    sortName: nameSortKey(body.headName),
    plain: plainText(body.spouseName ? `${body.headName} · ${body.spouseName}` : body.headName),
    at: new Date(atMs).toISOString(),
    person: person(commune),
  })),
  visits: households.flatMap(({ id, commune, visits }) =>
    visits.map((visit) => ({
      ...visit.body,
      id: visit.id,
      household: id,
      commune,
      at: new Date(visit.atMs).toISOString(),
      person: person(commune),
    })),
  ),
})
