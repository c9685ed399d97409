import type { Location } from '../../domain/place/location.ts'
import type { Actor } from './cast.ts'
import type { Chance } from './chance.ts'
import { type DayNumber, momentOf } from './demoDays.ts'
import { fixNear } from './sketch.ts'
import type { Story } from './story.ts'

/** One household's or station's part of a commune's story: where, who works there, and its own chance. */
export type Scene = {
  readonly story: Story
  readonly chance: Chance
  readonly recorders: readonly Actor[]
  readonly inspector: Actor
  readonly office: Actor
  readonly build: string
  readonly headName: string
  readonly villageHead: string
  /** The house's own point, where it is known. */
  readonly point: readonly [number, number] | null
  readonly pictures: PictureDesk
}

/** Hands out the drawn pictures, each once, and the colours of those that are not kept. */
export type PictureDesk = {
  drawn(slot: string, book: string): Picture | null
  /** How a picture of that slot looks from far away. */
  thumbhash(slot: string, chance: Chance): string
}
export type Picture = { sha256: string; bytes: number; width: number; height: number; thumbhash: string }

/** A moment of that day, later than `after` where that is given. */
export const at = (scene: Scene, day: DayNumber, after = 0): number =>
  Math.max(momentOf(day, scene.chance), after + scene.chance.between(5, 40) * 60_000)

/** Where the recorder stood: by the house nearly always, without a fix now and then. */
export const standing = (scene: Scene): Location => {
  const { point, chance } = scene
  if (point === null || chance.happens(0.03)) return { missing: 'no-fix' }
  return fixNear(point, chance.happens(0.02) ? 0.004 : 0.0001, chance)
}

/** Who goes along, by name. */
export const together = (scene: Scene, by: Actor): { with?: { person: string; name: string }[] } => {
  const others = scene.recorders.filter(({ person }) => person !== by.person)
  return others.length > 0 && scene.chance.happens(0.3)
    ? { with: others.slice(0, 1).map(({ person, name }) => ({ person, name })) }
    : {}
}
