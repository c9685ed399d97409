import type { ContributionRecorded } from '../../domain/entries/communeBodies.ts'
import type { Actor } from './cast.ts'
import { type DayNumber, dayNumber, dayText } from './demoDays.ts'
import { at, type Scene } from './scene.ts'

/** Resolution 136 of December 2023: counterpart money for foundations. */
export const fundApproved = dayNumber('2023-12-20')

/** Who gave what for a foundation: money of the fund and of donors by the office, work and material by recorders. */
export const tellContributions = (scene: Scene, foundation: DayNumber, open: boolean): void => {
  const { chance } = scene
  const by = chance.pick(scene.recorders)
  const to = scene.headName
  if (chance.happens(0.55))
    tell(scene, by, foundation + 2, {
      source: 'team',
      form: 'labour',
      state: 'handed-over',
      days: chance.between(4, 26),
      to,
    })
  if (chance.happens(0.35))
    tell(scene, by, foundation - 2, {
      source: 'family',
      form: 'money',
      state: 'handed-over',
      vnd: chance.between(10, 45) * 100_000,
    })
  if (chance.happens(0.22))
    tell(scene, by, foundation - 1, {
      source: chance.weighted({ donor: 5, family: 3 }),
      form: 'material',
      state: 'handed-over',
      what: 'xi măng',
      quantity: chance.between(4, 15),
      unit: 'bao',
      by: 'Bà con trong bản',
      to,
    })
  if (foundation - 6 > fundApproved && chance.happens(0.5)) tellMoney(scene, foundation - 6, 'counterpart', 30, open)
  if (chance.happens(0.16)) tellMoney(scene, foundation - 4, 'donor', 20, open)
}

/** Promised first, handed over later; of what is still being built some waits to be handed over. */
const tellMoney = (
  scene: Scene,
  day: DayNumber,
  source: 'counterpart' | 'donor',
  most: number,
  open: boolean,
): void => {
  const { chance, office } = scene
  const vnd = chance.between(10, most) * 100_000
  const what = source === 'counterpart' ? 'Nghị quyết 136' : chance.pick(donors)
  const promise = tell(scene, office, day, { source, form: 'money', state: 'promised', vnd, by: what })
  if (open && chance.happens(0.5)) return
  tell(scene, office, day + chance.between(1, 4), {
    source,
    form: 'money',
    state: 'handed-over',
    vnd,
    by: what,
    to: scene.headName,
    fulfils: promise,
  })
}

const donors = ['Công đoàn ngành y tế', 'Hội doanh nghiệp tỉnh', 'Nhóm thiện nguyện Cửa Đông', 'Một gia đình ở Vinh']

const tell = (scene: Scene, by: Actor, day: DayNumber, body: Omit<ContributionRecorded, 'date'>): string =>
  scene.story.tell(
    at(scene, day),
    by,
    'contribution.recorded',
    scene.build,
    { ...body, date: dayText(day) },
    scene.chance,
  )
