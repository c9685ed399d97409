import type { Dwelling, NeedCode, VisitPurpose, VisitRecorded } from '../../domain/entries/communeBodies.ts'
import { type DayNumber, dayText, demoToday } from './demoDays.ts'
import { languageOf, type People } from './demoNames.ts'
import { at, type Scene, standing, together } from './scene.ts'

export type VisitPlan = {
  day: DayNumber
  purposes: VisitPurpose[]
  /** False where this visit must have met somebody (a family that builds is at home). */
  mayMiss?: boolean
  next?: DayNumber
  dwelling?: Dwelling
  dwellingSince?: DayNumber
  oldHouseDown?: boolean
  told?: string[]
}

/** A team's visit to a household, with what it came to; on a hillside many are in the fields. */
export const tellVisit = (scene: Scene, household: string, people: People, plan: VisitPlan): void => {
  const { story, chance } = scene
  const by = chance.pick(scene.recorders)
  const outcome: VisitRecorded['outcome'] =
    plan.mayMiss === false
      ? chance.weighted({ 'met-head': 80, 'met-other': 20 })
      : chance.weighted({ 'met-head': 62, 'met-other': 16, away: 19, 'not-receiving': 2, moved: 0.5, deceased: 0.5 })
  const met = outcome === 'met-head' || outcome === 'met-other'
  const language = chance.happens(0.6) ? languageOf[people] : 'tiếng Việt'
  const body: VisitRecorded = {
    date: dayText(plan.day),
    outcome,
    ...(outcome === 'met-other' ? { met: chance.pick(['vợ', 'con trai cả', 'con dâu', 'mẹ', 'em trai']) } : {}),
    ...(outcome === 'away' ? { awayWhere: chance.weighted({ field: 7, 'working-far': 3, unknown: 1 }) } : {}),
    ...together(scene, by),
    purposes: plan.purposes,
    ...(met && chance.happens(0.7) ? { findings: chance.pick(findings[plan.purposes[0] ?? 'other'] ?? ['']) } : {}),
    ...(met && chance.happens(0.3) ? { needs: [{ need: chance.pick(needs) }] } : {}),
    ...(plan.next !== undefined && plan.next > plan.day ? { next: dayText(plan.next) } : {}),
    ...(met ? { language } : {}),
    ...(met && language !== 'tiếng Việt' && chance.happens(0.15) ? { interpreter: scene.villageHead } : {}),
    ...(met && plan.dwelling !== undefined ? { dwelling: plan.dwelling } : {}),
    ...(met && plan.dwelling !== undefined && plan.dwellingSince !== undefined
      ? { dwellingSince: dayText(plan.dwellingSince) }
      : {}),
    ...(met && plan.oldHouseDown !== undefined ? { oldHouseDown: plan.oldHouseDown } : {}),
    ...(met && plan.told !== undefined ? { told: plan.told } : {}),
    location: standing(scene),
  }
  story.tell(at(scene, Math.min(plan.day, demoToday - 1)), by, 'visit.recorded', household, body, chance)
}

const needs: NeedCode[] = ['cement', 'sand-gravel', 'labour', 'transport', 'levelling', 'water', 'money', 'papers']

const findings: { readonly [purpose in VisitPurpose]?: readonly string[] } = {
  survey: [
    'Nhà gỗ đã mục cột, mái thủng hai chỗ.',
    'Nhà tranh, nền đất; gia đình muốn làm trước mùa mưa.',
    'Đất ở sát taluy, cần xem lại chỗ làm.',
    'Gia đình đã bàn và đồng ý làm nhà mới.',
  ],
  mobilise: [
    'Gia đình đã san nền, còn thiếu cát sỏi.',
    'Bà con trong bản hứa giúp 10 công.',
    'Chờ thu hoạch lúa xong mới đào móng.',
    'Nền đã san xong, đường xe vào được.',
  ],
  'help-build': [
    'Đang đào móng, cả bản giúp một ngày công.',
    'Đã đổ bê tông ba cạnh, mai xong.',
    'Thiếu 5 bao xi măng, tổ đã báo về.',
    'Móng xong, đang tưới ẩm.',
  ],
  'tell-result': ['Đã báo kết quả, gia đình nghe rõ.', 'Đã báo và chỉ chỗ cần bổ sung.'],
  deliver: ['Đã nhận đủ cấu kiện, xếp gọn dưới bạt.', 'Nhận thiếu 2 tấm vách, đã báo lại.'],
  other: ['Gia đình đã ở nhà mới, nhà khô ráo.', 'Bếp còn khói, cần thêm ống.', 'Gia đình khỏe, cảm ơn bà con.'],
}
