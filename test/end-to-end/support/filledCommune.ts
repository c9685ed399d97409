import type { FoundationChecked } from '../../../src/domain/entries/communeBodies.ts'
import { encodeStrokes } from '../../../src/domain/foundation/signatureStrokes.ts'
import { uuid7 } from '../../../src/endpoint/accept/uuid7.ts'
import { TestDevice } from '../../support/testDevice.ts'
import type { EndpointProcess } from './endpointProcess.ts'

const givenNames = ['Páo', 'Khăm', 'Lan', 'Hùng', 'Hoa', 'Chò', 'Dênh', 'Mai', 'Xia', 'Thông', 'Vừ', 'Tếnh']

/**
 * A commune as the office filled it: three villages, their households with a foundation begun, two checks that wait
 * for review (the first one older), and a treatment house at the medical station. Handed in by a device of the office.
 */
export const fillCommune = async (endpoint: EndpointProcess, book: string, households: number): Promise<void> => {
  const { code } = endpoint.invite('Mai', 'district', [])
  const mai = await TestDevice.enrolled(endpoint.url, code)
  const villages = ['Huồi Lê', 'Huồi Phuôn', 'Quyết Thắng'].map((title, at) => ({ area: `${book}-v${at + 1}`, title }))
  const entries = villages.map((village) =>
    mai.entry('40-417', 'area.declared', uuid7(Date.now()), {
      ...village,
      level: 'village',
      word: 'bản',
      parent: book,
    }),
  )
  for (let at = 0; at < households; at += 1) {
    const [household, build] = [uuid7(Date.now()), uuid7(Date.now())]
    const headName = `Lô Văn ${givenNames[at % givenNames.length]} ${at >= givenNames.length ? at : ''}`.trim()
    entries.push(
      mai.entry(book, 'household.registered', household, {
        headName,
        village: villages[at % 3]?.area ?? '',
        members: 4,
        dwelling: at % 7 === 0 ? 'tent' : 'old-house',
      }),
      mai.entry(book, 'build.planned', build, { for: { household }, type: 'house', work: 'new' }),
    )
    if (at < 2) entries.push(mai.entry(book, 'foundation.checked', build, checkOf(at)))
  }
  const [station, treatment] = [uuid7(Date.now()), uuid7(Date.now())]
  entries.push(
    mai.entry(book, 'station.registered', station, { name: 'Trạm y tế Keng Đu' }),
    mai.entry(book, 'build.planned', treatment, { for: { station }, type: 'treatment-house', work: 'new' }),
    mai.entry(book, 'build.advanced', treatment, { stage: 'completed', date: '2026-11-20' }),
  )
  const { body } = await mai.sync({ push: entries })
  const kept = body.acks.filter(({ status }) => status !== 'accepted')
  if (kept.length > 0) throw new Error(`the office's entries were not accepted: ${JSON.stringify(kept[0])}`)
}

const checkOf = (at: number): FoundationChecked => ({
  checklist: { id: 'foundation', version: 1 },
  sitting: 'done',
  date: '2026-11-20',
  answers: {
    'right-plot': { value: 'yes' },
    length: { value: 800.5 },
    width: { value: 500 },
    diagonals: { value: [943.4, 944] },
    height: { value: 32 },
    drain: { value: 'no', remark: 'Nước mưa chảy vào góc 3' },
  },
  photos: {},
  signatures: [
    {
      slot: 'household',
      how: 'on-device',
      name: 'Lô Văn Páo',
      strokes: encodeStrokes([
        Array.from({ length: 40 }, (_, x) => ({ x: x / 40, y: 0.5 + 0.35 * Math.sin(x / 3 + at) })),
      ]),
    },
    { slot: 'village-head', how: 'absent', reason: 'đi họp xã' },
  ],
  verdict: 'passed',
})
