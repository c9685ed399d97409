import type { ChecklistItem, ChecklistPublished } from '../entries/districtBodies.ts'

/**
 * The first version of the foundation checklist. Every number is a setting for the programme's engineer, none is a
 * standard's; the district publishes the next version in its book.
 */
export const firstChecklist: ChecklistPublished = {
  checklist: 'foundation',
  version: 1,
  title: { vi: 'Kiểm tra hoàn thành móng', en: 'Foundation check' },
  sections: [
    { id: 'site', title: { vi: 'Mặt bằng', en: 'Site' } },
    { id: 'shape', title: { vi: 'Kích thước', en: 'Shape' } },
    { id: 'footing', title: { vi: 'Hố móng, bê tông', en: 'Footing' } },
    { id: 'anchors', title: { vi: 'Bu lông neo', en: 'Anchors' } },
    { id: 'beam', title: { vi: 'Giằng móng, nền', en: 'Ring beam and floor' } },
    { id: 'money', title: { vi: 'Công và tiền', en: 'Work and money' } },
  ],
  items: [
    yesNo(
      'right-plot',
      'site',
      'Đúng thửa đất đã chọn',
      'The right plot',
      true,
      'failed',
      'Đứng ở giữa móng.',
      'Stand in the middle of the foundation.',
    ),
    yesNo(
      'safe-slope',
      'site',
      'Không có nguy cơ sạt lở, xa suối',
      'No landslide danger, away from the stream',
      true,
      'failed',
      'Nhìn phía taluy trên và dưới.',
      'Look at the slope above and below.',
    ),
    yesNo('drain', 'site', 'Có rãnh thoát nước', 'There is a drain', false, 'to-mend'),
    number('length', 'shape', 'Chiều dài', 'Length', 'cm', {
      required: true,
      expected: 800,
      tolerance: 2,
      decimals: 1,
      drawing: 'length',
    }),
    number('width', 'shape', 'Chiều rộng', 'Width', 'cm', {
      required: true,
      expected: 500,
      tolerance: 2,
      decimals: 1,
      drawing: 'width',
    }),
    {
      id: 'diagonals',
      section: 'shape',
      kind: 'diagonals',
      unit: 'cm',
      maxDifference: 2,
      length: 'length',
      width: 'width',
      title: { vi: 'Hai đường chéo', en: 'Both diagonals' },
      hint: {
        vi: 'Đo từ góc này sang góc đối diện, mép ngoài móng. Lệch không quá 2 cm.',
        en: 'From corner to opposite corner, outer edge. At most 2 cm apart.',
      },
      required: true,
      drawing: 'diagonals',
      bad: 'to-mend',
    },
    number('height', 'shape', 'Cao hơn mặt đất bên ngoài', 'Height above the ground outside', 'cm', {
      required: true,
      min: 30,
      decimals: 1,
      drawing: 'height',
      sitting: 'done',
    }),
    number('footing-width', 'footing', 'Bề rộng hố móng, ba điểm', 'Trench width at three points', 'cm', {
      required: true,
      min: 35,
      count: 3,
      drawing: 'footing',
      sitting: 'before-concrete',
    }),
    number('footing-depth', 'footing', 'Chiều sâu hố móng, ba điểm', 'Trench depth at three points', 'cm', {
      required: true,
      min: 40,
      count: 3,
      drawing: 'footing',
      sitting: 'before-concrete',
    }),
    {
      id: 'soil',
      section: 'footing',
      kind: 'choice',
      title: { vi: 'Đất ở đáy hố', en: 'Soil at the bottom' },
      required: true,
      sitting: 'before-concrete',
      options: [
        { id: 'rock', title: { vi: 'Đá', en: 'Rock' } },
        { id: 'firm', title: { vi: 'Đất cứng, khô', en: 'Firm and dry' } },
        { id: 'soft', title: { vi: 'Đất mềm', en: 'Soft' }, bad: 'to-mend' },
        { id: 'fill', title: { vi: 'Đất đắp', en: 'Fill' }, bad: 'failed' },
      ],
    },
    number('concrete-age', 'footing', 'Bê tông đã đổ được bao nhiêu ngày', 'Age of the concrete in days', 'days', {
      required: true,
      min: 7,
      sitting: 'done',
    }),
    number('bolts', 'anchors', 'Số bu lông', 'Number of bolts', 'pieces', {
      required: true,
      expected: 24,
      tolerance: 0,
      drawing: 'anchors',
    }),
    number('bolt-projection', 'anchors', 'Phần bu lông nhô lên', 'Projection of the bolts', 'mm', {
      required: false,
      expected: 60,
      tolerance: 10,
      drawing: 'anchors',
    }),
    yesNo(
      'bolts-plumb',
      'anchors',
      'Bu lông thẳng đứng, đúng dưỡng',
      'Bolts plumb and on the template',
      true,
      'to-mend',
    ),
    yesNo(
      'steel',
      'beam',
      'Thép giằng đủ số thanh, nối đúng',
      'Ring beam bars complete, laps right',
      true,
      'failed',
      undefined,
      undefined,
      'before-concrete',
    ),
    number('level', 'beam', 'Chênh cao mặt móng', 'Level over the house', 'mm', {
      required: false,
      min: 0,
      max: 10,
      drawing: 'level',
      sitting: 'done',
    }),
    yesNo(
      'cracks',
      'beam',
      'Không nứt, không rỗ',
      'No cracks, no honeycombs',
      true,
      'to-mend',
      undefined,
      undefined,
      'done',
    ),
    number('labour-days', 'money', 'Số công gia đình và bà con', 'Labour days of family and neighbours', 'days', {
      required: false,
      min: 0,
    }),
    {
      id: 'bought',
      section: 'money',
      kind: 'text',
      title: { vi: 'Đã mua gì', en: 'What was bought' },
      required: false,
    },
  ],
  photos: [
    photo('corner-1', 'Góc 1, thấy cả móng', 'Corner 1, the whole foundation', true),
    photo('corner-3', 'Góc đối diện, thấy cả móng', 'Opposite corner, the whole foundation', true),
    photo('tape', 'Thước dây trong ảnh', 'A tape in the picture', true),
    photo('anchor', 'Bu lông neo', 'An anchor', true),
    photo('plate', 'Biển số nhà, không có người', 'The house plate, no people', true, 'done'),
    photo('trench', 'Đáy hố móng', 'The bottom of the trench', true, 'before-concrete'),
  ],
  signatures: [
    { id: 'household', title: { vi: 'Chủ hộ', en: 'Household' }, required: true },
    { id: 'village-head', title: { vi: 'Trưởng bản', en: 'Village head' }, required: true },
    { id: 'commune', title: { vi: 'UBND xã', en: 'Commune People’s Committee' }, required: false },
    { id: 'front', title: { vi: 'Mặt trận Tổ quốc', en: 'Fatherland Front' }, required: false },
  ],
  place: { maxAccuracy: 10, maxDistance: 50 },
}

type Bad = 'to-mend' | 'failed' | 'note'
type Sitting = 'before-concrete' | 'done'

function yesNo(
  id: string,
  section: string,
  vi: string,
  en: string,
  required: boolean,
  bad: Bad,
  hintVi?: string,
  hintEn?: string,
  sitting?: Sitting,
): ChecklistItem {
  return {
    id,
    section,
    kind: 'yes-no',
    title: { vi, en },
    required,
    bad,
    ...(hintVi && hintEn ? { hint: { vi: hintVi, en: hintEn } } : {}),
    ...(sitting ? { sitting } : {}),
  }
}

type NumberItem = Extract<ChecklistItem, { kind: 'number' }>
type NumberSettings = { required: boolean } & Pick<
  Partial<NumberItem>,
  'expected' | 'tolerance' | 'min' | 'max' | 'decimals' | 'count' | 'drawing' | 'sitting'
>

function number(
  id: string,
  section: string,
  vi: string,
  en: string,
  unit: NumberItem['unit'],
  settings: NumberSettings,
): ChecklistItem {
  return { id, section, kind: 'number', unit, title: { vi, en }, bad: 'to-mend', ...settings }
}

function photo(
  id: string,
  vi: string,
  en: string,
  required: boolean,
  sitting?: Sitting,
): ChecklistPublished['photos'][number] {
  return { id, title: { vi, en }, required, ...(sitting ? { sitting } : {}) }
}
