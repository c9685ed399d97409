import { deflateRawSync, gzipSync, inflateRawSync } from 'node:zlib'
import { chanceOf } from '../../bench/chance.ts'
import { atRest, comeToRest } from './atRest.ts'
import { takeCheapKeys, takeRealKeys } from './cheapKeys.ts'
import { happen, meanwhile } from './happenings.ts'
import { beginDistrict } from './house.ts'
import { seedChance } from './seedChance.ts'
import { openWorld, type Plan, planOf, type World } from './world.ts'

export type Outcome =
  | { seed: number; ok: true; counts: Counts }
  | { seed: number; ok: false; why: string; story: readonly string[]; plan: Plan }
export type Counts = {
  requests: number
  phones: number
  happenings: number
  entries: number
  restores: number
  faults: number
}

/** One run of a seed, from the first enrolment until all is at rest. */
export const oneRun = async (plan: Plan): Promise<Outcome> => {
  const { seed } = plan
  takeRealKeys()
  await beginDistrict()
  seedChance(seed)
  // What costs most of a run's time: real in every twentieth, a cheap stand-in for the rest.
  const parts = globalThis as { packCheaply?: unknown; deflateCheaply?: unknown }
  delete parts.packCheaply
  delete parts.deflateCheaply
  if (!plan.realKeys) {
    parts.packCheaply = (text: string) => new Uint8Array(gzipSync(text, { level: 1 }))
    parts.deflateCheaply = (bytes: Uint8Array, pack: boolean) =>
      new Uint8Array(pack ? deflateRawSync(bytes, { level: 1 }) : inflateRawSync(bytes))
    const chance = chanceOf(seed + 5)
    takeCheapKeys((bytes) => Uint8Array.from({ length: bytes }, () => chance.below(256)))
  }
  let world: World | null = null
  try {
    world = await openWorld(plan, meanwhile)
    for (let at = 0; at < plan.happenings; at += 1) await happen(world)
    await comeToRest(world)
    await atRest(world)
    return { seed, ok: true, counts: countsOf(world) }
  } catch (error) {
    const { name, message, stack } = error as Error
    return { seed, ok: false, why: name === 'Wrong' ? message : (stack ?? message), story: world?.story ?? [], plan }
  } finally {
    for (const phone of world?.phones ?? []) phone.store?.close()
    await world?.house.close()
  }
}

const countsOf = ({ plan, phones, road, restores }: World): Counts => ({
  requests: road.requests,
  phones: phones.length,
  happenings: plan.happenings,
  entries: phones.reduce((sum, { saved }) => sum + saved.size, 0),
  restores,
  faults: [...road.happened.values()].reduce((sum, count) => sum + count, 0),
})

/** The shortest beginning, with the fewest kinds of faults, that still fails. */
export const shrunk = async (failed: Extract<Outcome, { ok: false }>): Promise<Extract<Outcome, { ok: false }>> => {
  let best = failed
  const tried = async (plan: Plan): Promise<boolean> => {
    const outcome = await oneRun(plan)
    if (!outcome.ok) best = outcome
    return !outcome.ok
  }
  for (const feature of failed.plan.features)
    await tried({ ...best.plan, features: best.plan.features.filter((one) => one !== feature) })
  let passes = 0
  while (best.plan.happenings - passes > 1) {
    const half = Math.floor((passes + best.plan.happenings) / 2)
    if (!(await tried({ ...best.plan, happenings: half }))) passes = half
  }
  return best
}

export { planOf }
