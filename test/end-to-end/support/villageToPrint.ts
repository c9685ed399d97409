import { readFileSync } from 'node:fs'
import type { FoundationChecked } from '../../../src/domain/entries/communeBodies.ts'
import type { Entry } from '../../../src/domain/entries/entry.ts'
import { encodeStrokes } from '../../../src/domain/foundation/signatureStrokes.ts'
import { uuid7 } from '../../../src/endpoint/accept/uuid7.ts'
import { sha256Hex, TestDevice } from '../../support/testDevice.ts'
import type { EndpointProcess } from './endpointProcess.ts'

export const village = '40-417-16822-v1'
const book = '40-417-16822'
const family = ['Lô Văn', 'Vừ Bá', 'Xồng Y', 'Moong Thị', 'Cụt Văn', 'Hờ Nỏ']
const given = ['Páo', 'Khăm', 'Chò', 'Dênh', 'Xia', 'Thông', 'Tếnh', 'Ún', 'Đớp']
const longName = 'Nguyễn Thị Thanh Huyền Trang Phương Thảo Nguyệt'

/**
 * A village of 40 households as families told it, with everything that must not be printed: poverty, health in a note,
 * phone numbers. One has a long name, one a foundation check with signatures, a return and a photo.
 */
export const villageToPrint = async (endpoint: EndpointProcess): Promise<{ check: Entry; household: string }> => {
  const mai = await TestDevice.enrolled(endpoint.url, endpoint.invite('Mai', 'district', []).code)
  const hung = await TestDevice.enrolled(endpoint.url, endpoint.invite('Hùng', 'inspector', [book]).code)
  const area = { area: village, title: 'Huồi Lê', level: 'village', word: 'bản', parent: book } as const
  const entries = [mai.entry('40-417', 'area.declared', uuid7(Date.now()), area)]
  const homes = Array.from({ length: 40 }, (_, at) => {
    const [household, build] = [uuid7(Date.now()), uuid7(Date.now())]
    entries.push(
      mai.entry(book, 'household.registered', household, {
        headName: at === 7 ? longName : `${family[at % family.length]} ${given[at % given.length]}`,
        spouseName: at % 3 === 0 ? `Vi Thị ${given[(at * 2) % 7]}` : null,
        birthYear: 1960 + at,
        village,
        members: 4,
        poverty: at % 2 === 0 ? 'poor' : 'near-poor',
        phone: `0912 345 ${100 + at}`,
        dwelling: at % 11 === 0 ? 'tent' : 'old-house',
        wayIn: at % 4 === 0 ? 'Qua cầu treo, rẽ trái ở gốc mít, đi bộ lên 15 phút' : null,
        landmark: at % 5 === 0 ? 'điểm trường' : null,
        note: 'hộ nghèo, ông bị bệnh phổi',
      }),
      mai.entry(book, 'build.planned', build, { for: { household }, type: 'house', work: 'new' }),
    )
    if (at % 6 === 1)
      entries.push(mai.entry(book, 'build.advanced', build, { stage: 'foundation', date: '2026-11-01' }))
    if (at % 6 === 2) entries.push(mai.entry(book, 'build.advanced', build, { stage: 'frame', date: '2026-11-01' }))
    return { household, build }
  })
  const { household = '', build = '' } = homes[0] ?? {}
  const picture = readFileSync('src/endpoint/demo/drawn/corner-1-01.jpg')
  await handInPicture(mai, picture)
  const check = mai.entry(book, 'foundation.checked', build, checkBody)
  entries.push(mai.entry(book, 'photo.taken', build, photoBody(picture)), check)
  await handIn(mai, entries)
  await handIn(hung, [
    hung.entry(book, 'foundation.reviewed', build, {
      check: check.id,
      decision: 'returned',
      returnFor: 'mend',
      wanted: ['tape'],
      reason: 'Rãnh thoát nước phải dẫn ra ngoài góc 3',
    }),
  ])
  return { check, household }
}

const handIn = async (device: TestDevice, push: Entry[]): Promise<void> => {
  const { body } = await device.sync({ push })
  const kept = body.acks.filter(({ status }) => status !== 'accepted')
  if (kept.length > 0) throw new Error(`not accepted: ${JSON.stringify(kept[0])}`)
}

const handInPicture = async (device: TestDevice, picture: Buffer): Promise<void> => {
  const metadata = { photo: 'p1', sha256: sha256Hex(picture), tier: 'preview' }
  const { status } = await device.request('POST', '/api/photos', {
    bytes: picture,
    headers: {
      'content-type': 'application/offset+octet-stream',
      'tus-resumable': '1.0.0',
      'upload-length': String(picture.length),
      'upload-metadata': Object.entries(metadata)
        .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
        .join(','),
    },
  })
  if (status !== 201) throw new Error(`the picture was not taken: ${status}`)
}

const photoBody = (picture: Buffer) => ({
  photo: 'p1',
  sha256: sha256Hex(picture),
  bytes: picture.length,
  width: 640,
  height: 480,
  mime: 'image/jpeg' as const,
  preview: { sha256: sha256Hex(picture), bytes: picture.length },
  thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
  takenAt: '2026-11-20T08:00:00+07:00',
  slot: 'corner-1',
  caption: 'nhà hộ nghèo',
  source: 'drawn' as const,
})

const drawnName = (bend: number): string =>
  encodeStrokes([
    Array.from({ length: 60 }, (_, x) => ({ x: 0.05 + x / 66, y: 0.5 + 0.3 * Math.sin(x / bend) * Math.cos(x / 9) })),
    [
      { x: 0.1, y: 0.8 },
      { x: 0.9, y: 0.7 },
    ],
  ])

const checkBody: FoundationChecked = {
  checklist: { id: 'foundation', version: 1 },
  sitting: 'done',
  date: '2026-11-20',
  answers: {
    'right-plot': { value: 'yes' },
    'safe-slope': { value: 'yes' },
    drain: { value: 'no', remark: 'Nước mưa chảy vào góc 3' },
    length: { value: 800.5 },
    width: { value: 500 },
    diagonals: { value: [943.4, 946.1] },
    height: { value: 32 },
    'concrete-age': { value: 12 },
    bolts: { gone: { knownBy: 'village-head', note: 'đã lấp đất' } },
    'bolts-plumb': { value: 'yes' },
    cracks: { value: 'yes' },
    'labour-days': { value: 35 },
    bought: { value: '40 bao xi măng, 6 m³ cát' },
  },
  photos: { 'corner-1': ['p1'], tape: ['p2'] },
  signatures: [
    { slot: 'household', how: 'on-device', name: 'Lô Văn Páo', strokes: drawnName(3) },
    {
      slot: 'village-head',
      how: 'by-proxy',
      name: 'Vừ Bá Chò',
      proxy: { name: 'Vừ Bá Dênh', relation: 'con trai', strokes: drawnName(5) },
      witness: 'Xồng Y Xia',
    },
    { slot: 'commune', how: 'absent', reason: 'đi họp xã' },
    { slot: 'front', how: 'fingerprint-on-paper', name: 'Moong Thị Ún' },
  ],
  verdict: 'to-mend',
  reasons: [{ item: 'diagonals', code: 'diagonals-differ' }],
  mend: { what: 'Đào rãnh thoát nước ở góc 3', by: '2026-12-05' },
  remark: 'Nền đất cứng.',
  with: [{ name: 'Hờ Nỏ Tếnh' }],
  readAloud: true,
  location: { lat: 19.62531, lon: 104.11082, accuracy: 8, by: 'gps' },
}
