import { chanceOf } from './chance.ts'
import { demoAreas } from './demoAreas.ts'
import { demoVillages } from './demoVillages.ts'
import type { Village } from './sketch.ts'

export type TrialVillage = Village & { readonly commune: string; readonly title: string; readonly households: number }

const allHouseholds = 1800

/** Every village with its point and its share of the 1,800 households. */
export const trialVillages = (): TrialVillage[] => {
  const villages = Object.entries(demoVillages).flatMap(([commune, names]) => {
    const middle = communePoint(commune)
    return names.map(([title, people], at) => {
      const id = `${commune}-${at + 1}`
      const chance = chanceOf(`village ${id}`)
      const centre = [near(middle[0], 0.03, chance.fraction()), near(middle[1], 0.025, chance.fraction())] as const
      // The last village of some communes has never been put on a map.
      const unknown = at === names.length - 1 && at > 0 && chance.happens(0.6)
      return { id, commune, title, people, centre: unknown ? null : centre, weight: 0.6 + chance.fraction() }
    })
  })
  return shared(villages)
}

/** A commune of then lies somewhere around the point of today's commune that took it in. */
const communePoint = (commune: string): readonly [number, number] => {
  const area = demoAreas.find(({ id }) => id === commune)
  const centre = demoAreas.find(({ id }) => id === area?.successor)?.centre ?? [104.2, 19.45]
  const chance = chanceOf(`commune ${commune}`)
  return [near(centre[0], 0.035, chance.fraction()), near(centre[1], 0.025, chance.fraction())]
}

const near = (value: number, spread: number, fraction: number): number =>
  Math.round((value + (fraction * 2 - 1) * spread) * 1e4) / 1e4

/** By weight, largest remainders first, so that the whole is exactly 1,800. */
const shared = (villages: (Omit<TrialVillage, 'households'> & { weight: number })[]): TrialVillage[] => {
  const sum = villages.reduce((all, { weight }) => all + weight, 0)
  const shares = villages.map((village) => ({ village, share: (village.weight / sum) * allHouseholds }))
  const left = allHouseholds - shares.reduce((all, { share }) => all + Math.floor(share), 0)
  const lucky = new Set(
    [...shares]
      .sort((a, b) => (b.share % 1) - (a.share % 1))
      .slice(0, left)
      .map(({ village }) => village.id),
  )
  return shares.map(({ village: { weight: _weight, ...village }, share }) => ({
    ...village,
    households: Math.floor(share) + (lucky.has(village.id) ? 1 : 0),
  }))
}
