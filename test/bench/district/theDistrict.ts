import type {
  BuildPlanned,
  HouseholdRegistered,
  SeenStage,
  VisitRecorded,
} from '../../../src/domain/entries/communeBodies.ts'
import { chanceOf as chanceOfText, demoId } from '../../../src/endpoint/demo/chance.ts'
import { demoAreas } from '../../../src/endpoint/demo/demoAreas.ts'
import { aBuild, aRegistration, aVillage, aVisit } from '../aHousehold.ts'
import { type Chance, chanceOf } from '../chance.ts'

export type AVisit = { id: string; atMs: number; body: VisitRecorded }
export type AHousehold = {
  id: string
  commune: string
  atMs: number
  body: HouseholdRegistered
  visits: AVisit[]
  /** What some parts of the bench add: as far as it is built. */
  build: { id: string; body: BuildPlanned; stage: 'planned' | SeenStage } | null
}
export type District = { communes: { id: string; title: string }[]; households: AHousehold[] }

const dayMs = 24 * 3_600_000
/** The district worked for 200 days, until twelve days before the bench. */
const spellMs = 200 * dayMs
const endedMs = (nowMs: number) => nowMs - 12 * dayMs

/**
 * A district of 21 communes, some with many times the households of others. The same seed gives the same names, places
 * and words in the same order; moments count back from `nowMs`.
 */
export const theDistrict = (seed: number, households: number, visits: number, nowMs: number): District => {
  const chance = chanceOf(seed)
  const ids = chanceOfText(`bench ${seed}`)
  const communes = demoAreas
    .filter(({ level, book }) => level === 'commune' && book !== false)
    .map(({ id, title }) => ({ id, title }))
  const begunMs = endedMs(nowMs) - spellMs
  const all = unevenly(chance, communes.length, households).flatMap((count, at) => {
    const commune = communes[at] ?? { id: '', title: '' }
    return Array.from({ length: count }, (_, index): AHousehold => {
      // The first third of the time they were written down, in order; the last one of a commune is known by its name.
      const atMs = begunMs + Math.floor(((index + chance.below(100) / 100) / count) * (spellMs / 3))
      const body = aRegistration(chance, aVillage(chance, count))
      const named = index === count - 1 ? { ...body, headName: lastHeadOf(commune.title) } : body
      return {
        id: demoId(ids, atMs),
        commune: commune.id,
        atMs,
        body: named,
        visits: [],
        build: someBuild(chance, ids, atMs),
      }
    }).map((household) => ({
      ...household,
      ...(household.build === null ? {} : { build: { ...household.build, body: aBuild(household.id) } }),
    }))
  })
  for (let at = 0; at < visits; at += 1) {
    const household = all[chance.below(all.length)] as AHousehold
    const left = endedMs(nowMs) - household.atMs
    const atMs = household.atMs + 60_000 + Math.floor((chance.below(1_000_000) / 1_000_000) * (left - 60_000))
    household.visits.push({ id: demoId(ids, atMs), atMs, body: aVisit(chance) })
  }
  return { communes, households: all }
}

/** Nobody else's name: who finds it has all households of the commune. */
export const lastHeadOf = (title: string): string => `Cuối Sổ ${title}`

const someBuild = (chance: Chance, ids: ReturnType<typeof chanceOfText>, atMs: number): AHousehold['build'] => {
  if (!chance.yes(0.6)) return null
  const stage = chance.oneOf(['planned', 'foundation', 'foundation', 'kit-delivered', 'frame', 'completed'] as const)
  return { id: demoId(ids, atMs), body: { for: { household: '' }, type: 'house', work: 'new' }, stage }
}

/** So many in so many parts, each at least one, the largest several times the smallest. */
const unevenly = (chance: Chance, parts: number, all: number): number[] => {
  const weights = Array.from({ length: parts }, () => 30 + chance.below(170))
  const sum = weights.reduce((one, other) => one + other, 0)
  const counts = weights.map((weight) => Math.max(1, Math.floor((weight / sum) * all)))
  const left = all - counts.reduce((one, other) => one + other, 0)
  counts[0] = (counts[0] ?? 0) + left
  return counts
}
