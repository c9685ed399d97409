import type { FoundationReviewed, Sitting } from '../../domain/entries/communeBodies.ts'
import { firstChecklist } from '../../domain/foundation/firstChecklist.ts'
import { suggestVerdict } from '../../domain/foundation/suggestVerdict.ts'
import { demoId } from './chance.ts'
import { answersOf, type Fault, faults, signaturesOf } from './checkAnswers.ts'
import { type DayNumber, dayText, demoToday } from './demoDays.ts'
import { tellPhoto } from './photoStory.ts'
import { at, type Scene, standing, together } from './scene.ts'

export type ToldCheck = { entry: string; day: DayNumber; ms: number }

/** Before this day nobody's pictures are in the trial's books: only what may still be looked at brings its photos. */
const photosSince = demoToday - 30

/** A recorder checks a foundation; the verdict is the rule's own. */
export const tellCheck = (
  scene: Scene,
  day: DayNumber,
  sitting: Sitting,
  found: {
    faults?: readonly Fault[]
    failed?: boolean
    withoutSlot?: string
    answersReview?: string
    shown?: boolean
  } = {},
): ToldCheck => {
  const { story, chance, build } = scene
  const by = chance.pick(scene.recorders)
  const ms = at(scene, day)
  const wrong = { faults: found.faults ?? [], failed: found.failed ?? false }
  const answers = answersOf(sitting, wrong, chance)
  const photos: { [slot: string]: string[] } = {}
  const location = standing(scene)
  for (const { id: slot, required, sitting: only } of firstChecklist.photos) {
    if (!required || (only !== undefined && only !== sitting) || slot === found.withoutSlot) continue
    const photo = demoId(chance, ms)
    photos[slot] = [photo]
    if (day >= photosSince)
      tellPhoto(scene, { photo, slot, subject: build, by, ms, location, shown: found.shown ?? false })
  }
  const { verdict, reasons } = suggestVerdict(firstChecklist, { sitting, answers, photos })
  const mend = wrong.faults.map((fault) => faults[fault].mend).join('; ')
  const entry = story.tell(
    ms,
    by,
    'foundation.checked',
    build,
    {
      checklist: { id: firstChecklist.checklist, version: firstChecklist.version },
      sitting,
      date: dayText(day),
      answers,
      photos,
      signatures: signaturesOf({ household: scene.headName, villageHead: scene.villageHead }, chance),
      verdict,
      ...(reasons.length > 0 ? { reasons: reasons.map(({ item, code }) => ({ item, code })) } : {}),
      ...(verdict === 'to-mend' ? { mend: { what: mend, by: dayText(day + 14) } } : {}),
      ...(verdict === 'failed' ? { remark: 'Cần chọn chỗ khác, mời xã cùng xem lại đất.' } : {}),
      readAloud: chance.happens(0.85),
      ...together(scene, by),
      ...(found.answersReview === undefined ? {} : { answersReview: found.answersReview }),
      location,
    },
    chance,
  )
  return { entry, day, ms }
}

/** The inspector's answer, some days later. */
export const tellReview = (scene: Scene, check: ToldCheck, answer: Omit<FoundationReviewed, 'check'>): ToldCheck => {
  const { story, chance, build, inspector } = scene
  const day = Math.min(check.day + chance.between(1, 6), demoToday - 1)
  const ms = at(scene, day, check.ms)
  const entry = story.tell(ms, inspector, 'foundation.reviewed', build, { check: check.entry, ...answer }, chance)
  return { entry, day, ms }
}

export const accepted: Omit<FoundationReviewed, 'check'> = { decision: 'accepted' }

/** A photo or a number is missing: nothing has to be built again. */
export const wantsPhoto = (slot: string): Omit<FoundationReviewed, 'check'> => ({
  decision: 'returned',
  returnFor: 'supplement',
  wanted: [slot],
  reason: photoReasons[slot] ?? 'Ảnh chưa rõ, chụp lại giúp.',
})

const photoReasons: { readonly [slot: string]: string } = {
  anchor: 'Chưa có ảnh bu lông neo, chụp gần một bu lông.',
  plate: 'Chưa thấy biển số nhà, chụp thêm biển, không có người.',
  tape: 'Ảnh chưa có thước dây, đặt thước cạnh góc móng rồi chụp.',
  'corner-3': 'Thiếu ảnh góc đối diện, đứng lùi lại cho thấy cả móng.',
}
export const photoSlotsWanted = Object.keys(photoReasons)

/** The foundation itself has to be mended. */
export const wantsMending = (fault: Fault): Omit<FoundationReviewed, 'check'> => ({
  decision: 'returned',
  returnFor: 'mend',
  wanted: [fault],
  reason: `${faults[fault].mend}.`,
})
