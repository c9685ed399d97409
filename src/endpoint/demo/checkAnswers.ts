import type { Answer, Signature, Sitting } from '../../domain/entries/communeBodies.ts'
import type { ChecklistItem } from '../../domain/entries/districtBodies.ts'
import { firstChecklist } from '../../domain/foundation/firstChecklist.ts'
import { encodeStrokes } from '../../domain/foundation/signatureStrokes.ts'
import { itemsOf } from '../../domain/foundation/suggestVerdict.ts'
import type { Chance } from './chance.ts'

/** What is wrong with a foundation that is to be mended, by item; and what fails it. */
export const faults = {
  diagonals: { mend: 'Căng lại dây, sửa góc 3 cho hai đường chéo bằng nhau', sitting: 'both' },
  bolts: { mend: 'Bổ sung 2 bu lông còn thiếu ở cạnh dài', sitting: 'both' },
  'bolts-plumb': { mend: 'Nắn bu lông theo dưỡng, chèn lại vữa', sitting: 'both' },
  height: { mend: 'Xây thêm một hàng gạch cho đủ cao', sitting: 'done' },
  cracks: { mend: 'Đục chỗ rỗ ở góc 2, trát lại vữa', sitting: 'done' },
  'footing-depth': { mend: 'Đào sâu thêm ở góc 1 và góc 4', sitting: 'before-concrete' },
} as const
export type Fault = keyof typeof faults

/** Answers of one sitting, all well but for the faults; `failed` finds the slope unsafe. */
export const answersOf = (
  sitting: Sitting,
  wrong: { faults: readonly Fault[]; failed: boolean },
  chance: Chance,
): { [item: string]: Answer } => {
  const answers: { [item: string]: Answer } = {}
  for (const item of itemsOf(firstChecklist, sitting)) {
    if (!item.required && chance.happens(0.35)) continue
    const answer = wrong.failed && item.id === 'safe-slope' ? unsafe : answerTo(item, wrong.faults, chance)
    if (answer !== null) answers[item.id] = answer
  }
  return answers
}

const unsafe: Answer = { value: 'no', remark: 'Taluy sau nhà sạt sau đợt mưa, cách móng chưa tới 3 m.' }

const answerTo = (item: ChecklistItem, wrong: readonly string[], chance: Chance): Answer | null => {
  const bad = wrong.includes(item.id)
  if (item.id === 'bolts-plumb' && !bad && chance.happens(0.02)) {
    return { gone: { knownBy: 'village-head', note: 'Đã đặt bản mã, trưởng bản xem lúc đổ bê tông.' } }
  }
  switch (item.kind) {
    case 'yes-no':
      if (bad)
        return {
          value: 'no',
          remark: item.id === 'cracks' ? 'Rỗ ở góc 2, dài chừng một gang tay.' : 'Hai bu lông nghiêng.',
        }
      return { value: item.id === 'drain' && chance.happens(0.2) ? 'na' : 'yes' }
    case 'choice':
      return { value: chance.happens(0.2) ? 'rock' : 'firm' }
    case 'text':
      return { value: chance.pick(bought) }
    case 'diagonals':
      return { value: diagonals(bad, chance) }
    case 'number':
      return { value: numberFor(item.id, bad, chance) }
  }
}

const diagonals = (bad: boolean, chance: Chance): number[] => {
  const first = tenths(943.4 + (chance.fraction() - 0.5) * 3)
  return [first, tenths(first + (bad ? 2.6 + chance.fraction() * 2 : (chance.fraction() - 0.5) * 3))]
}

const three = (least: number, most: number, chance: Chance): number[] =>
  [1, 2, 3].map(() => chance.between(least, most))

const numberFor = (item: string, bad: boolean, chance: Chance): number | number[] => {
  switch (item) {
    case 'length':
      return tenths(800 + (chance.fraction() - 0.5) * 3)
    case 'width':
      return tenths(500 + (chance.fraction() - 0.5) * 3)
    case 'height':
      return tenths(bad ? 22 + chance.fraction() * 5 : 30.5 + chance.fraction() * 12)
    case 'footing-width':
      return three(36, 44, chance)
    case 'footing-depth':
      return bad ? [chance.between(40, 46), chance.between(28, 36), chance.between(40, 46)] : three(41, 55, chance)
    case 'concrete-age':
      return chance.between(8, 19)
    case 'bolts':
      return bad ? 22 : 24
    case 'bolt-projection':
      return chance.between(54, 66)
    case 'level':
      return chance.between(1, 8)
    default:
      return chance.between(9, 32)
  }
}

const tenths = (value: number): number => Math.round(value * 10) / 10

const bought = [
  '12 bao xi măng, 2 khối cát, 3 khối đá',
  '10 bao xi măng; cát sỏi lấy ở suối',
  '15 bao xi măng, 60 kg thép phi 10',
  'Xi măng do tổ giúp; gia đình mua gạch',
]

/** Signers as they are: some by hand on the phone, some on paper, some by a finger on paper, some away. */
export const signaturesOf = (names: { household: string; villageHead: string }, chance: Chance): Signature[] => [
  signature('household', names.household, chance),
  signature('village-head', names.villageHead, chance),
]

const signature = (slot: string, name: string, chance: Chance): Signature => {
  const how = chance.weighted({ 'on-device': 55, 'on-paper': 20, 'fingerprint-on-paper': 14, 'by-proxy': 5, absent: 6 })
  switch (how) {
    case 'on-device':
      return { slot, how, name, strokes: handOf(chance) }
    case 'by-proxy':
      return { slot, how, name, proxy: { name: 'Con trai cả', relation: 'con', strokes: handOf(chance) } }
    case 'absent':
      return { slot, how, name, reason: 'Đi rẫy xa' }
    default:
      return { slot, how, name, ...(how === 'fingerprint-on-paper' ? { witness: 'Công an viên bản' } : {}) }
  }
}

/** A hand's up and down from left to right. */
const handOf = (chance: Chance): string => {
  const stroke = Array.from({ length: 16 }, (_, at) => ({
    x: 0.08 + (at / 16) * 0.84 + chance.fraction() * 0.03,
    y: 0.5 + (at % 2 === 0 ? -1 : 1) * (0.1 + chance.fraction() * 0.3),
  }))
  return encodeStrokes([stroke])
}
