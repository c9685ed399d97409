import type { BookState } from '../book/bookState.ts'
import type { Checklists } from '../foundation/checklists.ts'
import { type HouseholdRow, type KnownRows, knownRows } from './householdRows.ts'
import { noWork, type RowWork, workOf } from './rowWork.ts'

/** A book's rows with what each asks for, as they can be kept and begun from again. */
export type UnpackedRows = { known: KnownRows; works: readonly RowWork[] }

/** One text, column by column, so that like stands beside like; a row that asks for nothing says nothing of it. */
export const packRows = (state: BookState, checklists: Checklists): string => {
  const { rows, merging } = knownRows(state)
  const values = rows.map(valuesOf)
  const columns = (values[0] ?? []).map((_, column) => values.map((row) => row[column]))
  const works = rows.map((row) => {
    const work = workOf(state, row, checklists)
    return sameAsNone(work) ? 0 : work
  })
  return JSON.stringify([merging, columns, works])
}

/** Throws where the text is not one of `packRows`, or half of one. */
export const unpackRows = (book: string, text: string): UnpackedRows => {
  const [merging, columns, packed] = JSON.parse(text) as [KnownRows['merging'], unknown[][], (RowWork | 0)[]]
  const rows = packed.map((_, at) => rowOf(book, columns.map((column) => column[at]) as unknown as RowValues))
  return { known: { rows, merging }, works: packed.map((work) => (work === 0 ? noWork : work)) }
}

const sameAsNone = ({ over, tasks, sitting }: RowWork): boolean => !over && tasks.length === 0 && sitting === null

type RowValues = ReturnType<typeof valuesOf>

const valuesOf = (row: HouseholdRow) =>
  [
    row.id,
    row.village,
    row.headName,
    row.tellApart,
    row.build,
    row.stage,
    row.mark,
    row.dwelling,
    row.dwellingSince,
    row.standing,
    row.lastMet,
    row.lastVisit,
    row.next,
    row.point,
    row.wayIn,
    row.pending,
    row.plain,
    row.dwellingClock ?? null,
  ] as const

const rowOf = (book: string, values: RowValues): HouseholdRow => ({
  id: values[0],
  book,
  village: values[1],
  headName: values[2],
  tellApart: values[3],
  build: values[4],
  stage: values[5],
  mark: values[6],
  dwelling: values[7],
  dwellingSince: values[8],
  standing: values[9],
  lastMet: values[10],
  lastVisit: values[11],
  next: values[12],
  point: values[13],
  wayIn: values[14],
  pending: values[15],
  plain: values[16],
  ...(values[17] === null ? {} : { dwellingClock: values[17] }),
})
