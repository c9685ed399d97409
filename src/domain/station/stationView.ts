import { type BookState, viewOf } from '../book/bookState.ts'
import { unvoided } from '../book/unvoided.ts'
import { writtenBy } from '../book/writtenBy.ts'
import type { StationRegistered } from '../entries/communeBodies.ts'
import type { Written } from '../household/household.ts'

/** A commune's medical station. */
export type Station = { id: string; book: string; fields: StationRegistered; registered: Written }

const stationOf = (state: BookState, id: string): Station | undefined =>
  viewOf(state, id, 'station', (all) => {
    const begin = unvoided(all).find(({ kind }) => kind === 'station.registered')
    return begin && { id, book: state.book, fields: begin.body as StationRegistered, registered: writtenBy(begin) }
  })

export const stationsOf = (state: BookState): Station[] =>
  [...state.stations].flatMap((id) => stationOf(state, id) ?? [])
