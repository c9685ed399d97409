import type { Tables } from '../../../src/endpoint/books/tables.ts'
import type { Chance } from '../../bench/chance.ts'
import { pageEntries } from '../../support/pageEntries.ts'
import { alwaysTrue, trueOfSaving } from './alwaysTrue.ts'
import { aSkew } from './aSkew.ts'
import type { EndpointFate } from './house.ts'
import type { Fate } from './memoryTables.ts'
import type { Phone } from './phone.ts'
import { communes, district } from './places.ts'
import { checkNotActedOn, type Lost, someBooks, type World } from './world.ts'
import { aWriting, type Writing } from './writings.ts'

/** One thing that happens, and what must be true after it. */
export const happen = async (world: World): Promise<void> => {
  const { chance, clock, plan } = world
  const may = (feature: (typeof plan.features)[number]) => plan.features.includes(feature)
  clock.nowMs += chance.oneOf([10, 1000, 20_000, 300_000, 3_600_000])
  const phone = chance.oneOf(world.phones.filter(({ gone }) => !gone))
  const kinds: [number, () => Promise<unknown>][] = [
    [40, () => save(world, phone)],
    [34, () => handIn(world, phone)],
    [4, async () => void Object.assign(phone, { offline: !phone.offline })],
    [may('rough') ? 4 : 0, () => world.road.arrive()],
    [may('clocks') ? 6 : 0, async () => void Object.assign(phone, { skewMs: aSkew(chance) })],
    [may('deaths') ? 2 : 0, () => phone.startAgain()],
    [may('deaths') ? 1 : 0, () => world.house.startAgain()],
    [may('scopes') ? 4 : 0, () => rescope(world, phone)],
    [may('settling') ? 4 : 0, () => settle(world)],
    [may('restores') ? 6 : 0, () => backupOrRestore(world)],
    [may('restores') ? 2 : 0, async () => lost(world, phone)],
    [may('restores') ? 3 : 0, () => world.house.confirmAll()],
    [may('revokes') ? 2 : 0, () => revoke(world, phone)],
    [may('clones') ? 6 : 0, () => cloned(world, phone)],
    [may('odd') ? 2 : 0, () => forged(world, phone)],
  ]
  await weighted(chance, kinds)()
  await alwaysTrue(world)
}

/** Something that happens while a request is under way. */
export const meanwhile = async (world: World, phone: Phone): Promise<void> => {
  const { chance, plan } = world
  // Between an order to wipe and its end there is little time: there it happens often.
  const wiping = world.happened.has('revoke')
  if (world.road.roughness < 0 || world.busy.size !== 1 || !chance.yes(wiping ? 0.3 : 0.05)) return
  const others = world.phones.filter((other) => !world.busy.has(other) && !other.gone)
  const deaths = plan.features.includes('deaths')
  await weighted(chance, [
    [4, () => save(world, phone)],
    [others.length > 0 ? 4 : 0, () => handIn(world, chance.oneOf(others))],
    [others.length > 0 ? 2 : 0, () => save(world, chance.oneOf(others))],
    [plan.features.includes('scopes') ? 1 : 0, () => rescope(world, phone)],
    [deaths ? 1 : 0, async () => world.giveUp.get(phone)?.abort(givenUp())],
    [plan.features.includes('settling') ? 1 : 0, () => settle(world)],
  ])()
}

const givenUp = (): Error => Object.assign(new Error('the watchdog barked'), { name: 'GivenUp' })

const weighted = (chance: Chance, kinds: readonly [number, () => Promise<unknown>][]): (() => Promise<unknown>) => {
  let left = chance.below(kinds.reduce((sum, [weight]) => sum + weight, 0))
  for (const [weight, act] of kinds) {
    if (left < weight) return act
    left -= weight
  }
  throw new Error('no kind of happening')
}

const save = async (world: World, phone: Phone): Promise<void> => {
  const { chance, story } = world
  const { enrolment } = phone
  if (enrolment === null) return
  const readable = enrolment.books.map(({ id }) => id)
  const writings: Writing[] = []
  for (let count = chance.oneOf([1, 1, 1, 2, 4]); count > 0; count -= 1) {
    const elsewhere = world.plan.features.includes('odd') && chance.yes(0.03)
    const inCommunes = readable.filter((id) => id !== district || chance.yes(0.05))
    const book = elsewhere || inCommunes.length === 0 ? chance.oneOf(communes) : chance.oneOf(inCommunes)
    const written = world.written.get(book)
    if (written === undefined) continue
    let one = aWriting({ chance, book, role: enrolment.role, written, id: world.id })
    while (one.due !== 'accepted' && one.due !== 'not-your-role' && !world.plan.features.includes('odd'))
      one = aWriting({ chance, book, role: enrolment.role, written, id: world.id })
    writings.push(one)
  }
  if (world.plan.features.includes('deaths') && chance.yes(0.08)) phone.fate = { steps: 0, how: aFate(chance) }
  const before = phone.saved.size
  const fate = phone.fate?.how ?? 'lives'
  const told = await phone.save(writings)
  const now = [...phone.saved.values()].slice(before)
  story.push(
    `${phone.name} saves ${writings.map(({ kind }) => kind).join(', ')} (${fate}, ${told ? 'told' : 'not told'})`,
  )
  trueOfSaving(phone, writings.length, told, now)
  for (const { entry } of now) note(world, entry)
}

const note = (
  world: World,
  { book, id, kind, subject }: { book: string; id: string; kind: string; subject: string },
) => {
  const written = world.written.get(book)
  if (kind === 'household.registered') written?.households.push(subject)
  if (kind === 'build.planned') written?.builds.push(subject)
  written?.entries.push({ id, kind, subject })
}

export const handIn = async (world: World, phone: Phone): Promise<void> => {
  const { chance, house, story, busy } = world
  const deaths = world.plan.features.includes('deaths') && world.road.roughness > -1
  if (deaths && chance.yes(0.15)) phone.fate = { steps: chance.below(14), how: aFate(chance) }
  if (deaths && chance.yes(0.1))
    house.fate = {
      commits: chance.below(5),
      how: chance.oneOf(['dies-before', 'dies-after', 'fails', 'busy'] as EndpointFate[]),
    }
  const fates = `${phone.fate?.how ?? 'lives'} ${phone.fate?.steps ?? ''}/${house.fate?.how ?? 'lives'} ${house.fate?.commits ?? ''}`
  story.push(`${phone.name} begins to hand in (${fates})`)
  const controller = new AbortController()
  busy.add(phone)
  world.giveUp.set(phone, controller)
  const outcome = await phone.sync(controller.signal)
  busy.delete(phone)
  house.fate = null
  checkNotActedOn(world, phone)
  world.outcomes.set(phone, outcome)
  story.push(`${phone.name} handed in: ${JSON.stringify(outcome)}`)
}

const aFate = (chance: Chance): Fate =>
  chance.oneOf(['dies-before', 'dies-before', 'dies-after', 'dies-after', 'aborted', 'closed', 'full'])

const rescope = async (world: World, phone: Phone): Promise<void> => {
  const books = someBooks(world.chance)
  world.happened.add('scope')
  world.story.push(`the books of ${phone.name} are now ${books.join(' ')}`)
  await world.house.scope(phone.enrolment?.device ?? '', books)
}

const settle = async (world: World): Promise<void> => {
  const open = (await world.house.rows('held')).filter(({ outcome }) => outcome === null)
  if (open.length === 0) return
  const one = world.chance.oneOf(open)
  // Nobody in the office takes in what somebody made up in another's name.
  const madeUp = !world.phones.some(({ saved }) => saved.get(one.entry ?? '')?.text === one.raw)
  const outcome = madeUp ? 'dismissed' : world.chance.oneOf(['admitted', 'dismissed'] as const)
  world.story.push(`the office settles ${one.entry}: ${outcome}`)
  await world.house.settle(one, outcome)
}

const backupOrRestore = async (world: World): Promise<void> => {
  const { house, story, chance } = world
  if (!house.hasBackup || world.restores > 1 || chance.yes(0.3)) {
    story.push('a backup is made')
    return house.backup()
  }
  const before = await house.rows('entries')
  const words = new Set((await house.rows('held')).flatMap((row) => (row.outcome === 'admitted' ? [row.entry] : [])))
  await house.restore()
  world.restores += 1
  const left = new Set((await house.rows('entries')).map(({ id }) => id))
  for (const row of before) if (!left.has(row.id)) world.lost.set(row.id, whoHas(world, row, words.has(row.id)))
  story.push(`the endpoint is restored; it lost ${world.lost.size} entries`)
  // The flood that took the endpoint took a phone too.
  if (chance.yes(0.5)) lost(world, chance.oneOf(world.phones))
}

const whoHas = ({ phones }: World, { id, hash, stamp, book, device }: Tables['entries'], admitted: boolean): Lost => {
  const alive = phones.filter(({ wiped, gone }) => !wiped && !gone)
  const paged = alive.filter(({ pages }) =>
    pages.some((page) => page.book === book && pageEntries(page).some((one) => one.id === id && one.stamp === stamp)),
  )
  const author = alive.find((phone) => phone.enrolment?.device === device && phone.saved.has(id)) ?? null
  const delivery = author?.own.find((row) => row.id === id)?.delivery
  const told = delivery !== undefined && 'stamp' in delivery && delivery.stamp === stamp
  return {
    stamp,
    hash,
    held: author === null ? paged : [author, ...paged],
    knew: author !== null && told ? [author, ...paged] : paged,
    paged,
    author,
    admitted,
  }
}

const revoke = async (world: World, phone: Phone): Promise<void> => {
  if (world.phones.filter(({ wiped }) => !wiped).length < 2 || phone === world.phones[0]) return
  const wipe = world.chance.yes(0.6)
  world.happened.add('revoke')
  world.story.push(`the rights of ${phone.name} are taken back${wipe ? ', it is to be wiped' : ''}`)
  await world.house.revoke(phone.enrolment?.device ?? '', wipe)
}

/** A phone falls into the river: what it had not handed in is lost with it, what others read of it is not. */
const lost = (world: World, phone: Phone): void => {
  if (phone === world.phones[0] || world.phones.filter(({ gone }) => !gone).length < 3 || world.happened.has('gone'))
    return
  world.happened.add('gone')
  phone.gone = true
  world.story.push(`${phone.name} is lost for good`)
}

/** Somebody copied a phone's whole storage to another one; both go on under one device id. */
const cloned = async (world: World, phone: Phone): Promise<void> => {
  if (world.phones.some(({ clone }) => clone) || phone.wiped || phone.enrolment === null) return
  const twin = phone.twin(`twin of ${phone.name}`)
  twin.clone = true
  world.happened.add('clone')
  world.phones.push(twin)
  world.story.push(`${phone.name} is cloned`)
}

/** A phone says that it wrote what another one wrote: it is held, and harms nobody. */
const forged = async (world: World, phone: Phone): Promise<void> => {
  const other = world.phones.find(
    (one) => one !== phone && one.saved.size > 0 && one.enrolment?.device !== phone.enrolment?.device,
  )
  const one = other === undefined ? undefined : world.chance.oneOf([...other.saved.values()])
  if (one === undefined || phone.enrolment === null || phone.offline) return
  world.story.push(`${phone.name} hands in what ${other?.name} wrote`)
  world.happened.add('forged')
  await phone.handInAnothers({ ...one.entry, ...(world.chance.yes(0.5) ? { body: 'khác' } : {}) })
  checkNotActedOn(world, phone)
}
