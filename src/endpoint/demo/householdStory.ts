import type { Dwelling, HouseholdFields } from '../../domain/entries/communeBodies.ts'
import { tellBuild } from './buildStory.ts'
import type { Actor } from './cast.ts'
import type { Chance } from './chance.ts'
import { demoId } from './chance.ts'
import { type Course, courseOf } from './course.ts'
import { demoToday } from './demoDays.ts'
import { tellContributions } from './moneyStory.ts'
import { at, type PictureDesk, type Scene } from './scene.ts'
import { type Sketch, shelterOf, sketchOf, type Village } from './sketch.ts'
import type { Story } from './story.ts'
import { tellVisit } from './visitStory.ts'

export type CommuneCast = {
  readonly story: Story
  readonly recorders: readonly Actor[]
  readonly inspector: Actor
  readonly office: Actor
  readonly pictures: PictureDesk
}

/** What is said of a family beforehand; undefined: that it is not known. */
export type Known = { [F in keyof HouseholdFields]?: HouseholdFields[F] | undefined }

/** A household from the survey to where its house stands today. `known` overrides what chance invents of the family. */
export const tellHousehold = (
  cast: CommuneCast,
  village: Village,
  villageHead: string,
  chance: Chance,
  known: Known = {},
): void => {
  const course = courseOf(chance)
  const sketch = withoutUndefined({ ...sketchOf(village, course.registered, chance), ...known }) as Sketch
  const point =
    sketch.location && 'lat' in sketch.location ? ([sketch.location.lon, sketch.location.lat] as const) : null
  const registeredMs = at({ ...cast, chance } as Scene, course.registered)
  const household = demoId(chance, registeredMs)
  const scene: Scene = {
    ...cast,
    chance,
    build: demoId(chance, registeredMs + 1),
    headName: sketch.headName,
    villageHead,
    point,
  }
  const by = chance.pick(cast.recorders)
  const living = { ...sketch, dwelling: 'old-house' as const }
  const registered = cast.story.tell(registeredMs, by, 'household.registered', household, living, chance)
  tellPlan(scene, household, course)
  const told = tellBuild(scene, course).map(({ entry, day }) => ({ entry, day }))
  tellVisits(scene, { household, registered }, village, course, told)
  if (course.foundation !== undefined) {
    const open = course.later.length === 0
    tellContributions(scene, course.foundation, open)
  }
}

const tellPlan = (scene: Scene, household: string, { planned, ending, last }: Course): void => {
  const { story, chance, build } = scene
  const by = chance.pick(scene.recorders)
  const plan = { for: { household }, type: 'house', work: chance.happens(0.96) ? 'new' : 'repair' } as const
  story.tell(at(scene, planned), by, 'build.planned', build, { ...plan, model: 'Nhà lắp ghép 3 gian' }, chance)
  const reason = chance.weighted({
    'Chủ hộ đi làm xa, chờ về': 3,
    'Chờ chuyển tới chỗ đất an toàn': 2,
    'Đường sạt, chưa chở được vật liệu': 2,
  })
  if ((ending === 'planned' || ending === 'digging') && chance.happens(0.03)) {
    const hold = { value: { state: 'paused' as const, reason }, base: null }
    story.tell(at(scene, Math.min(last + 3, demoToday - 1)), by, 'build.amended', build, { set: { hold } }, chance)
  }
}

/** Visits along the way: the survey, talking it over, helping, telling the answer, and how they live afterwards. */
const tellVisits = (
  scene: Scene,
  { household, registered: said }: { household: string; registered: string },
  { people }: Village,
  course: Course,
  reviews: { entry: string; day: number }[],
): void => {
  const { chance } = scene
  const { registered, planned, foundation, later, last, ending } = course
  const going = ending !== 'handed-over' && ending !== 'completed'
  const next = going ? demoToday + chance.between(-6, 16) : undefined
  const visit = (plan: Parameters<typeof tellVisit>[3]) => tellVisit(scene, household, people, plan)
  if (ending === 'planned') {
    if (chance.happens(0.8)) visit({ day: registered, purposes: ['survey'], dwelling: 'old-house' })
    if (chance.happens(0.5))
      visit({ day: planned + chance.between(1, 12), purposes: ['mobilise'], ...(next ? { next } : {}) })
    return
  }
  if (foundation === undefined) return
  const dwelling: Dwelling = shelterOf(chance)
  const down = { dwelling, dwellingSince: foundation - 2, oldHouseDown: dwelling !== 'old-house' }
  if (chance.happens(0.4)) visit({ day: registered, purposes: ['survey'], dwelling: 'old-house' })
  if (chance.happens(0.3)) visit({ day: planned + 3, purposes: ['mobilise'] })
  visit({
    day: foundation + 1,
    purposes: ['help-build'],
    mayMiss: false,
    ...down,
    ...(next && later.length === 0 ? { next } : {}),
  })
  for (const { entry, day } of reviews) {
    // The latest answers have not reached every family yet.
    const tellOn = day + chance.between(1, 5)
    if (tellOn >= demoToday || (going && later.length === 0 && chance.happens(0.45))) continue
    if (later.length > 0 && chance.happens(0.6)) continue
    visit({
      day: tellOn,
      purposes: ['tell-result'],
      mayMiss: false,
      told: [entry],
      ...(next && later.length === 0 ? { next } : {}),
    })
  }
  const delivered = later.find(({ stage }) => stage === 'kit-delivered')
  if (delivered !== undefined && chance.happens(0.5))
    visit({ day: delivered.day, purposes: ['deliver'], ...(going ? { dwelling } : {}), ...(next ? { next } : {}) })
  if (going) return
  // Somebody says of every finished house that the family lives in it: by a visit, or written down at the handing over.
  const after = Math.min(last + chance.between(2, 40), demoToday - 1)
  if (chance.happens(0.25)) {
    const set = { dwelling: { value: 'new-house' as const, base: said }, oldHouseDown: { value: true, base: null } }
    scene.story.tell(at(scene, after), chance.pick(scene.recorders), 'household.amended', household, { set }, chance)
  } else {
    visit({
      day: after,
      purposes: ['other'],
      mayMiss: false,
      dwelling: 'new-house',
      dwellingSince: last,
      oldHouseDown: true,
    })
  }
}

const withoutUndefined = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
