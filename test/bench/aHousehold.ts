import type {
  BuildPlanned,
  FoundationChecked,
  HouseholdFields,
  HouseholdRegistered,
  PhotoTaken,
  VisitRecorded,
} from '../../src/domain/entries/communeBodies.ts'
import { firstChecklist } from '../../src/domain/foundation/firstChecklist.ts'
import { encodeStrokes } from '../../src/domain/foundation/signatureStrokes.ts'
import { itemsOf } from '../../src/domain/foundation/suggestVerdict.ts'
import type { Chance } from './chance.ts'

const families = 'Lô Vừ Moong Cụt Lương Vi Hoa Lữ Kha Xồng Già Và Mùa Lầu Hờ Ốc Xeo Ven Cốc Quang'.split(' ')
const middles = 'Văn Thị Bá Y Mí Nỏ Tổng Pà Đức Xuân Thanh Quốc'.split(' ')
const givens =
  'Páo Chò Xò Khăm Lan Mai Hùng Dềnh Tủa Phò Lỳ Nênh Sơn Thủy Đào Ân Ánh Âu Ước Ơn Ôn Ê Én Ỵ Thông Kỷ Ngọc Nhia Mò Dua Giống Chù Cớ Lầu Hoa Hòa Hoà Thái Tâm Đăm Dăm'.split(
    ' ',
  )
const hamlets =
  'Huồi Lê, Huồi Phuôn, Kèo Cơn, Quyết Thắng, Hạt Tà Vén, Khe Linh, Huồi Xui, Xiềng Tắm, Yên Hòa, Phà Chiếng, Hòa Lý, Cha Nga'.split(
    ', ',
  )

const aName = (chance: Chance): string => `${chance.oneOf(families)} ${chance.oneOf(middles)} ${chance.oneOf(givens)}`

/** About 60 households a village. */
export const aVillage = (chance: Chance, households: number): string =>
  `${chance.oneOf(hamlets)} ${1 + chance.below(Math.max(1, Math.round(households / 60 / hamlets.length)))}`

const aPlace = (chance: Chance) => ({
  lat: 19.3 + chance.below(400_000) / 1_000_000,
  lon: 104 + chance.below(400_000) / 1_000_000,
  accuracy: 4 + chance.below(20),
  age: chance.below(9),
  by: 'gps' as const,
})

export const aRegistration = (chance: Chance, village: string): HouseholdRegistered => ({
  headName: aName(chance),
  village,
  spouseName: aName(chance),
  birthYear: 1940 + chance.below(65),
  members: 1 + chance.below(9),
  ...(chance.yes(0.4) ? { phone: `09${10_000_000 + chance.below(89_999_999)}` } : {}),
  ...(chance.yes(0.3) ? { wayIn: 'qua cầu treo, rẽ phải, nhà thứ ba' } : {}),
  dwelling: chance.oneOf(['old-house', 'old-house', 'old-house', 'tent', 'lodging'] as const),
  location: aPlace(chance),
})

export const aBuild = (household: string): BuildPlanned => ({ for: { household }, type: 'house', work: 'new' })

const findings = [
  'Đã san nền, cần 10 bao xi măng',
  'Đã đào xong hố móng phía taluy, mai đổ bê tông',
  'Gia đình đang chuyển đá từ suối lên, hai người làm',
  'Chưa có cát, đường vào bản lầy sau mưa',
  'Vợ chồng đi rẫy, con lớn ở nhà trông em',
  'Nhà cũ dột, đã dỡ nửa mái; xin giúp bạt che',
]
const days = (chance: Chance) => `2026-${11 - chance.below(2)}-${String(1 + chance.below(23)).padStart(2, '0')}`

export const aVisit = (chance: Chance): VisitRecorded => ({
  date: days(chance),
  outcome: chance.oneOf(['met-head', 'met-head', 'met-head', 'away', 'met-other'] as const),
  met: 'vợ',
  purposes: chance.yes(0.5) ? ['help-build'] : ['survey', 'mobilise'],
  ...(chance.yes(0.7) ? { findings: chance.oneOf(findings) } : {}),
  ...(chance.yes(0.4) ? { needs: [{ need: chance.oneOf(['cement', 'sand-gravel', 'labour'] as const) }] } : {}),
  ...(chance.yes(0.3) ? { with: [{ name: aName(chance) }] } : {}),
  ...(chance.yes(0.3) ? { next: `2026-12-${String(1 + chance.below(28)).padStart(2, '0')}` } : {}),
})

/** All items of a finished foundation answered, two signatures drawn. */
export const aCheck = (chance: Chance, photos: FoundationChecked['photos'] = {}): FoundationChecked => ({
  checklist: { id: firstChecklist.checklist, version: firstChecklist.version },
  sitting: 'done',
  date: days(chance),
  answers: Object.fromEntries(
    itemsOf(firstChecklist, 'done').map((item) => {
      const near = (expected: number) => Math.round((expected + chance.below(20) / 10 - 1) * 10) / 10
      if (item.kind === 'yes-no') return [item.id, { value: item.well ?? 'yes' }]
      if (item.kind === 'diagonals') return [item.id, { value: [near(943.4), near(943.4)] }]
      if (item.kind === 'choice') return [item.id, { value: item.options[0]?.id ?? '' }]
      if (item.kind === 'text') return [item.id, { value: chance.oneOf(findings) }]
      const one = () => near(item.expected ?? item.min ?? 10)
      return [item.id, { value: (item.count ?? 1) > 1 ? Array.from({ length: item.count ?? 1 }, one) : one() }]
    }),
  ),
  photos,
  signatures: ['household', 'village-head'].map((slot) => ({
    slot,
    how: 'on-device' as const,
    name: aName(chance),
    strokes: aSignature(chance),
  })),
  verdict: 'passed',
  location: aPlace(chance),
})

const aSignature = (chance: Chance): string =>
  encodeStrokes(
    [0, 1].map((stroke) =>
      Array.from({ length: 40 }, (_, at) => ({
        x: 0.1 + stroke * 0.3 + at / 100,
        y: 0.5 + 0.35 * Math.sin(at / (2 + chance.below(2)) + stroke) + chance.below(10) / 100,
      })),
    ),
  )

export const anAmendment = (
  chance: Chance,
  base: string,
): { set: { [F in keyof HouseholdFields]?: { value: HouseholdFields[F] | null; base: string | null } } } =>
  chance.yes(0.5)
    ? { set: { phone: { value: `09${10_000_000 + chance.below(89_999_999)}`, base } } }
    : { set: { members: { value: 1 + chance.below(9), base }, dwelling: { value: 'tent', base } } }

/** `hex` and `id` are handed in, as hashes and ids can't be packed: they must be as random as real ones. */
export const aPhoto = (chance: Chance, hex: (bytes: number) => string, id: string, slot?: string): PhotoTaken => ({
  photo: id,
  sha256: hex(32),
  bytes: 150_000 + chance.below(150_000),
  width: 1600,
  height: 1200,
  mime: 'image/jpeg',
  preview: { sha256: hex(32), bytes: 12_000 + chance.below(8000) },
  thumbhash: Buffer.from(hex(25), 'hex').toString('base64'),
  takenAt: `${days(chance)}T${10 + chance.below(8)}:${10 + chance.below(49)}:${10 + chance.below(49)}+07:00`,
  location: aPlace(chance),
  source: 'camera',
  consent: true,
  ...(slot === undefined ? {} : { slot }),
})
