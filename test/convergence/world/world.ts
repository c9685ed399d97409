import type { SyncOutcome } from '../../../src/app/sync/run.ts'
import type { Role } from '../../../src/domain/entries/mayWrite.ts'
import { type Chance, chanceOf } from '../../bench/chance.ts'
import { aSkew } from './aSkew.ts'
import { heard } from './heard.ts'
import { type House, openHouse } from './house.ts'
import { Phone, uuid } from './phone.ts'
import { communes, district } from './places.ts'
import { Road, type RoadFault } from './road.ts'
import type { Written } from './writings.ts'
import { wrong } from './wrong.ts'

/** What may happen in a run besides saving and handing in. */
const features = ['rough', 'clocks', 'deaths', 'scopes', 'settling', 'restores', 'revokes', 'clones', 'odd'] as const
export type Feature = (typeof features)[number]

export type Plan = { seed: number; phones: number; happenings: number; features: readonly Feature[]; realKeys: boolean }

/** The run of a seed: how many phones, how long, and what may happen. Every twentieth has real signatures. */
export const planOf = (seed: number): Plan => {
  const chance = chanceOf(seed)
  return {
    seed,
    phones: 2 + Math.floor(7 * (chance.below(1000) / 1000) ** 1.7),
    // 20 to 200, mostly short: a short failure is the readable one.
    happenings: 20 + Math.floor(181 * (chance.below(1000) / 1000) ** 4),
    features: features.filter((feature) => chance.yes(often[feature])),
    realKeys: seed % 20 === 0,
  }
}

const often: { [F in Feature]: number } = {
  rough: 0.8,
  clocks: 0.6,
  deaths: 0.7,
  scopes: 0.4,
  settling: 0.5,
  restores: 0.4,
  revokes: 0.25,
  clones: 0.12,
  odd: 0.7,
}

/**
 * An entry that an endpoint had which was lost: `stamp` as it had given it; `held`: phones that have it, `knew`: those of
 * them that know that stamp; `paged`: in a sealed page; `admitted`: it stood in its book by a person's word alone.
 */
export type Lost = {
  stamp: string
  hash: string
  held: readonly Phone[]
  knew: readonly Phone[]
  paged: readonly Phone[]
  author: Phone | null
  admitted: boolean
}

/** All that there is in a run. */
export type World = {
  readonly plan: Plan
  readonly chance: Chance
  readonly clock: { nowMs: number }
  readonly house: House
  readonly road: Road
  readonly phones: Phone[]
  readonly written: Map<string, Written>
  /** What happened, for whoever reads a failure. */
  readonly story: string[]
  /** Phones that hand in just now: one hand-in at a time each. */
  readonly busy: Set<Phone>
  readonly giveUp: Map<Phone, AbortController>
  readonly outcomes: Map<Phone, SyncOutcome | null>
  /** Looked at before a phone goes on after an answer that it must not act on. */
  readonly notActedOn: Map<Phone, { fault: RoadFault; was: readonly unknown[] }>
  /** What an endpoint that was lost had, by id. */
  readonly lost: Map<string, Lost>
  readonly happened: Set<string>
  restores: number
  /** What was found wrong while a request was under way, where the phone's own code would take it for a broken road. */
  failed: unknown
  id(): string
}

const firstDay = Date.parse('2026-11-25T01:00:00Z')

export const openWorld = async (
  plan: Plan,
  meanwhile: (world: World, phone: Phone) => Promise<void>,
): Promise<World> => {
  const chance = chanceOf(plan.seed * 7919 + 1)
  const ids = chanceOf(plan.seed * 104_729 + 2)
  const clock = { nowMs: firstDay + chance.below(100 * 86_400_000) }
  const house = await openHouse(() => clock.nowMs)
  const road: Road = new Road(
    () => house,
    chance,
    (phone) => meanwhile(world, phone),
    (exchange) => kept(world, () => heard(world, exchange)),
    (phone, fault) => void world.notActedOn.set(phone, { fault, was: actedOn(phone) }),
  )
  const world: World = {
    plan,
    chance,
    clock,
    house,
    road,
    phones: [],
    written: new Map([district, ...communes].map((book) => [book, { households: [], builds: [], entries: [] }])),
    story: [],
    busy: new Set(),
    giveUp: new Map(),
    outcomes: new Map(),
    notActedOn: new Map(),
    lost: new Map(),
    happened: new Set(),
    restores: 0,
    failed: null,
    id: () => uuid(ids, '7', clock.nowMs),
  }
  for (let at = 0; at < plan.phones; at += 1) {
    const phone = new Phone(`phone ${at}`, clock, ids, phoneFetch(world), at === 0)
    world.phones.push(phone)
    await enrolled(world, phone, at)
    if (plan.features.includes('clocks') && chance.yes(0.4)) phone.skewMs = aSkew(chance)
  }
  road.roughness = plan.features.includes('rough') ? 0.05 + chance.below(40) / 100 : 0
  return world
}

const kept = async (world: World, act: () => Promise<void>): Promise<void> => {
  try {
    await act()
  } catch (error) {
    world.failed ??= error
  }
}

/** A phone goes on only if it did not act on what it must not act on. */
const phoneFetch =
  (world: World) =>
  async (phone: Phone, path: string, init: RequestInit): Promise<Response> => {
    await kept(world, async () => checkNotActedOn(world, phone))
    return world.road.fetch(phone, path, init)
  }

export const checkNotActedOn = (world: World, phone: Phone): void => {
  const before = world.notActedOn.get(phone)
  world.notActedOn.delete(phone)
  // An order to wipe that was heard before is carried out whatever comes after.
  if (before === undefined || phone.wiped || phone.disk.value('meta', 'wipeOrdered') !== undefined) return
  if (phone.enrolment === null) return
  const now = actedOn(phone)
  if (now.length !== before.was.length || now.some((one, at) => one !== before.was[at]))
    wrong(
      'I2',
      `${phone.name} acted on an answer that was ${before.fault}: ${JSON.stringify(now.filter((one) => !before.was.includes(one)))}`,
    )
}

/** Rows are frozen: what was written is another object. */
const actedOn = (phone: Phone): unknown[] => [
  // What is said of a page that was given back is no receipt's matter.
  ...phone.pages.map(({ entries }) => entries),
  ...['own', 'cursors', 'fresh', 'freshPages', 'keptAside'].flatMap((table) => phone.disk.rows(table)),
  ...['enrolment', 'clockOffsetMs', 'backedUp', 'settledSeen', 'wipeOrdered'].map((key) =>
    phone.disk.value('meta', key),
  ),
]

const enrolled = async (world: World, phone: Phone, at: number): Promise<void> => {
  const { chance, house } = world
  const role: Role = at === 0 ? 'recorder' : chance.oneOf(['recorder', 'recorder', 'inspector', 'district', 'admin'])
  const books = someBooks(chance)
  // Now and then a second phone of the same person.
  const other = chance.yes(0.15) && at > 0 ? world.phones[0]?.enrolment?.person : undefined
  const code = await house.enrolCode(role, books, other ?? { name: `người ${at}` })
  if (!(await phone.enrol(code))) throw new Error('a phone could not enrol')
  await phone.startAgain()
}

export const someBooks = (chance: Chance): string[] => {
  const books = communes.filter(() => chance.yes(0.6))
  return books.length > 0 ? books : [chance.oneOf(communes)]
}
