import type { AreaDeclared } from '../entries/districtBodies.ts'
import { compareTitles } from '../names/compareTitles.ts'
import { type DistrictState, districtEntries } from '../people/districtState.ts'
import { distanceMetres, type Point } from './distance.ts'

export type Area = AreaDeclared

/** Areas as declared: data with dates. */
export type Areas = {
  readonly all: readonly Area[]
  /** A district for trying out, its people invented. */
  readonly trial: boolean
  byId(id: string): Area | undefined
  /** Communes in force on a day that keep a book, or all with a book when none is in force any more. */
  communes(): readonly Area[]
  /** A book's villages, by title. */
  villagesOf(book: string): readonly Area[]
  title(id: string): string
  /** Metres from a point to an area's centre, where both are known. */
  metresTo(id: string, from: Point | null): number | null
}

export const areasOf = (district: DistrictState): Areas => {
  const byId = new Map<string, Area>()
  for (const entry of districtEntries(district, 'area.declared')) {
    const area = entry.body as AreaDeclared
    byId.set(area.area, area)
  }
  const all = [...byId.values()]
  const villages = new Map<string, Area[]>()
  for (const area of all) {
    if (area.level !== 'village' || !area.parent) continue
    villages.set(area.parent, [...(villages.get(area.parent) ?? []), area])
  }
  for (const list of villages.values()) list.sort(byTitle)
  return {
    all,
    trial: all.some(({ trial }) => trial === true),
    byId: (id) => byId.get(id),
    communes: () => all.filter(({ level, book }) => level === 'commune' && book !== false).sort(byTitle),
    villagesOf: (book) => villages.get(book) ?? [],
    title: (id) => byId.get(id)?.title ?? id,
    metresTo: (id, from) => {
      const centre = byId.get(id)?.centre
      return from === null || centre === undefined ? null : distanceMetres(from, { lon: centre[0], lat: centre[1] })
    },
  }
}

const byTitle = (a: Area, b: Area): number => compareTitles(a.title, b.title)
