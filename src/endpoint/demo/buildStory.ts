import type { FoundationReviewed } from '../../domain/entries/communeBodies.ts'
import { demoId } from './chance.ts'
import { type Fault, faults } from './checkAnswers.ts'
import {
  accepted,
  photoSlotsWanted,
  type ToldCheck,
  tellCheck,
  tellReview,
  wantsMending,
  wantsPhoto,
} from './checkStory.ts'
import type { Course } from './course.ts'
import { dayText, demoToday } from './demoDays.ts'
import { tellPhoto } from './photoStory.ts'
import { at, type Scene, standing, together } from './scene.ts'

/** From digging to the lit window, as far as the course goes. Returns the reviews, latest last. */
export const tellBuild = (scene: Scene, course: Course): ToldCheck[] => {
  if (course.foundation !== undefined) tellStage(scene, 'foundation', course.foundation)
  const reviews = [...tellBefore(scene, course), ...tellDone(scene, course)]
  for (const { stage, day } of course.later) tellStage(scene, stage, day)
  return reviews
}

const tellStage = (scene: Scene, stage: Course['later'][number]['stage'], day: number): void => {
  const { story, chance, build } = scene
  const by = chance.pick(scene.recorders)
  const ms = at(scene, day)
  const location = standing(scene)
  story.tell(ms, by, 'build.advanced', build, { stage, date: dayText(day), ...together(scene, by), location }, chance)
  if (stage !== 'handed-over' || day < demoToday - 200) return
  const photo = demoId(chance, ms)
  tellPhoto(scene, {
    photo,
    slot: 'finished',
    subject: build,
    by,
    ms,
    location,
    caption: 'Nhà đã bàn giao',
    shown: true,
  })
}

/** The sitting before the concrete: trench, soil and steel are gone from sight afterwards. */
const tellBefore = (scene: Scene, { before, ending }: Course): ToldCheck[] => {
  if (before === undefined) return []
  const check = tellCheck(scene, before, 'before-concrete', { shown: ending === 'before-waiting' })
  return ending === 'before-waiting' ? [] : [tellReview(scene, check, accepted)]
}

/** The sitting when the foundation is done, with what became of it. */
const tellDone = (scene: Scene, { done, ending }: Course): ToldCheck[] => {
  const { chance } = scene
  if (done === undefined) return []
  const fault = chance.pick(doneFaults)
  switch (ending) {
    case 'done-waiting':
      tellCheck(scene, done, 'done', {
        shown: true,
        ...(chance.happens(0.12) ? { withoutSlot: chance.pick(photoSlotsWanted) } : {}),
      })
      return []
    case 'to-mend': {
      const check = tellCheck(scene, done, 'done', { faults: [fault], shown: true })
      return chance.happens(0.5) ? [] : [tellReview(scene, check, wantsMending(fault))]
    }
    case 'failed':
      tellCheck(scene, done, 'done', { failed: true, shown: true })
      return []
    case 'returned-supplement': {
      const slot = chance.pick(photoSlotsWanted)
      return [tellReview(scene, tellCheck(scene, done, 'done', { withoutSlot: slot, shown: true }), wantsPhoto(slot))]
    }
    case 'returned-mend':
      return [tellReview(scene, tellCheck(scene, done, 'done', { faults: [fault] }), wantsMending(fault))]
    default:
      // Some houses went on without anybody checking: they stand flagged.
      return ending !== 'foundation-checked' && chance.happens(0.012) ? [] : tellAccepted(scene, done, fault)
  }
}

const doneFaults = (Object.keys(faults) as Fault[]).filter((fault) => faults[fault].sitting !== 'before-concrete')

/** Accepted at once, or after it was returned and answered by a new check. */
const tellAccepted = (scene: Scene, done: number, fault: Fault): ToldCheck[] => {
  const { chance } = scene
  if (!chance.happens(0.13)) return [tellReview(scene, tellCheck(scene, done, 'done'), accepted)]
  const slot = chance.pick(photoSlotsWanted)
  const mending = chance.happens(0.4)
  const first = tellCheck(
    scene,
    done - chance.between(9, 12),
    'done',
    mending ? { faults: [fault] } : { withoutSlot: slot },
  )
  const returned: Omit<FoundationReviewed, 'check'> = mending ? wantsMending(fault) : wantsPhoto(slot)
  const review = tellReview(scene, first, returned)
  const second = tellCheck(scene, Math.max(done, review.day + 1), 'done', { answersReview: review.entry })
  return [review, tellReview(scene, second, accepted)]
}
