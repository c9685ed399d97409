import type { HouseholdRegistered } from '../../../src/domain/entries/communeBodies.ts'
import type { Entry } from '../../../src/domain/entries/entry.ts'
import { uuid7 } from '../../../src/endpoint/accept/uuid7.ts'
import { TestDevice } from '../../support/testDevice.ts'
import type { EndpointProcess } from './endpointProcess.ts'

export const kengDu = '40-417-16822'
export const myLy = '40-417-16816'

/**
 * Two communes as a recorder with a doubtful clock wrote them down: Páo's family moved away while their house was at the
 * foundation; two families stand in both books; one lives in a tent.
 */
export const familiesThatMove = async (endpoint: EndpointProcess): Promise<{ pao: string; check: string }> => {
  const mai = await TestDevice.enrolled(endpoint.url, endpoint.invite('Thảo', 'district', []).code)
  const lan = await TestDevice.enrolled(endpoint.url, endpoint.invite('Lan', 'recorder', [kengDu, myLy]).code)
  const village = (area: string, title: string, parent: string) =>
    mai.entry('40-417', 'area.declared', uuid7(Date.now()), { area, title, level: 'village', word: 'bản', parent })
  await handIn(mai, [
    village(`${kengDu}-v1`, 'Huồi Lê', kengDu),
    village(`${myLy}-v1`, 'Xiềng Trên', myLy),
    village(`${myLy}-v2`, 'Xốp Tụ', myLy),
  ])
  const register = (book: string, fields: Partial<HouseholdRegistered> & { headName: string }): Entry =>
    lan.entry(book, 'household.registered', uuid7(Date.now()), { village: `${book}-v1`, ...fields })
  const pao = register(kengDu, {
    headName: 'Lô Văn Páo',
    spouseName: 'Vi Thị Mai',
    birthYear: 1974,
    members: 5,
    phone: '0912 345 678',
    poverty: 'poor',
    landmark: 'cầu treo',
  })
  const denh = register(kengDu, { headName: 'Cụt Văn Dênh', spouseName: 'Hờ Thị Đớp' })
  const build = uuid7(Date.now())
  const answered = { clock: { day: '2026-11-20', offset: 216_000_000 } }
  const visit = (household: Entry, body: object) =>
    lan.entry(kengDu, 'visit.recorded', household.subject, {
      date: '2026-11-20',
      outcome: 'met-head',
      purposes: [],
      ...answered,
      ...body,
    })
  const check = lan.entry(kengDu, 'foundation.checked', build, {
    checklist: { id: 'foundation', version: 1 },
    sitting: 'done',
    date: '2026-11-20',
    answers: { length: { value: 800 }, width: { value: 500 } },
    photos: {},
    verdict: 'passed',
    clock: { day: null, offset: 216_000_000 },
  })
  const twice = [
    { headName: 'Vừ Bá Chò', spouseName: 'Xồng Y Xia', birthYear: 1980 },
    { headName: 'Moong Văn Xia', spouseName: 'Lô Thị Ún', birthYear: 1991 },
  ]
  await handIn(lan, [
    pao,
    denh,
    visit(denh, { dwelling: 'tent', dwellingSince: '2026-11-10' }),
    lan.entry(kengDu, 'build.planned', build, { for: { household: pao.subject }, type: 'house', work: 'new' }),
    lan.entry(kengDu, 'build.advanced', build, { stage: 'foundation', date: '2026-11-02' }),
    check,
    visit(pao, { date: '2026-11-21', outcome: 'moved', findings: 'Về ở với ông bà bên Mỹ Lý' }),
    ...twice.flatMap((fields) => [register(kengDu, fields), register(myLy, { ...fields, village: `${myLy}-v2` })]),
  ])
  return { pao: pao.subject, check: check.id }
}

const handIn = async (device: TestDevice, push: Entry[]): Promise<void> => {
  const { body } = await device.sync({ push })
  const kept = body.acks.filter(({ status }) => status !== 'accepted')
  if (kept.length > 0) throw new Error(`not accepted: ${JSON.stringify(kept[0])}`)
}
