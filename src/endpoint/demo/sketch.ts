import type { Dwelling, HouseholdRegistered } from '../../domain/entries/communeBodies.ts'
import type { Location } from '../../domain/place/location.ts'
import type { Chance } from './chance.ts'
import { type DayNumber, dayText } from './demoDays.ts'
import { ethnicityOf, languageOf, nameOf, type People } from './demoNames.ts'

/** A village of the trial, with the point its houses stand around where one is known. */
export type Village = {
  readonly id: string
  readonly people: People
  readonly centre: readonly [number, number] | null
}

export type Sketch = Omit<HouseholdRegistered, 'dwelling'> & { location?: Location }

/** Invents a family: nobody's, but built as families there are. */
export const sketchOf = (village: Village, registered: DayNumber, chance: Chance): Sketch => {
  const gender = chance.happens(0.82) ? 'man' : 'woman'
  const { people } = village
  const birthYear = chance.between(1942, 2001)
  const spouse = chance.happens(gender === 'man' ? 0.86 : 0.3)
  const location = locationNear(village, chance)
  return {
    headName: nameOf(people, gender, chance),
    gender,
    ...(chance.happens(0.9) ? { birthYear } : {}),
    ...(chance.happens(0.12) ? { otherName: chance.pick(otherNames) } : {}),
    ...(spouse ? { spouseName: nameOf(people, gender === 'man' ? 'woman' : 'man', chance) } : {}),
    ...(spouse && chance.happens(0.5) ? { spouseBirthYear: birthYear + chance.between(-6, 6) } : {}),
    village: village.id,
    members: chance.between(spouse ? 2 : 1, spouse ? 9 : 6),
    ethnicity: ethnicityOf[people],
    language: languageOf[people],
    poverty: chance.weighted({ poor: 78, 'near-poor': 18, unknown: 4 }),
    // 0120 was given up in 2018: a number that rings nowhere.
    ...(chance.happens(0.35) ? { phone: `0120 000 ${String(chance.between(0, 9999)).padStart(4, '0')}` } : {}),
    ...(chance.happens(0.45) ? { landmark: chance.pick(landmarks) } : {}),
    ...(chance.happens(0.3) ? { wayIn: chance.pick(waysIn) } : {}),
    ...(location === null ? {} : { location }),
    oldHouseDown: false,
    noticeRead: chance.happens(0.9),
    ...(chance.happens(0.04) ? { copied: { measuredBy: 'Trưởng bản', measuredOn: dayText(registered) } } : {}),
  }
}

/** Where the family lives while the house is being built; tents for nearly half of those whose old house is down. */
export const shelterOf = (chance: Chance): Dwelling => chance.weighted({ tent: 44, lodging: 38, 'old-house': 18 })

/** Within some 300 m of the village's point; accuracy as phones in valleys have it. */
const locationNear = ({ centre }: Village, chance: Chance): Location | null => {
  if (centre === null) return chance.happens(0.6) ? null : { missing: 'no-fix' }
  if (chance.happens(0.06)) return { missing: chance.happens(0.7) ? 'no-fix' : 'denied' }
  return fixNear(centre, 0.003, chance)
}

/** A phone's fix near a point, `spread` in degrees. */
export const fixNear = (point: readonly [number, number], spread: number, chance: Chance): Location => ({
  lon: degrees(point[0] + (chance.fraction() * 2 - 1) * spread),
  lat: degrees(point[1] + (chance.fraction() * 2 - 1) * spread),
  accuracy: chance.happens(0.9) ? chance.between(4, 10) : chance.between(12, 45),
  age: chance.between(1, 20),
  by: 'gps',
})

const degrees = (value: number): number => Math.round(value * 1e5) / 1e5

const otherNames = [
  'Bố Hoa',
  'Bố Lan',
  'Bố Pà',
  'Ông Ký',
  'Páo Con',
  'Ba Chài',
  'Mế Thơm',
  'Bố Xái',
  'Chú Tư',
  'Ông Mo',
]
const landmarks = [
  ...['Cạnh nhà văn hóa bản', 'Gần điểm trường mầm non', 'Đầu bản, cạnh cầu treo', 'Cuối bản, dưới cây gạo'],
  ...['Bên kia suối', 'Sau trạm y tế cũ', 'Cạnh bể nước chung', 'Trên dốc, cạnh cột sóng', 'Đối diện quán bà Thơm'],
  ...['Cạnh nương ngô', 'Cạnh ruộng nước', 'Ngã ba vào rẫy'],
]
const waysIn = [
  'Xe máy tới cầu treo, đi bộ thêm 300 m.',
  'Mùa mưa phải đi bộ từ đầu bản, khoảng 20 phút.',
  'Ô tô tải vào được tới sân nhà.',
  'Qua suối bằng cầu tre; nước to thì chờ.',
  'Đường dốc, chở vật liệu bằng xe máy từng chuyến.',
  'Theo đường bê tông tới nhà văn hóa, rẽ trái.',
]
