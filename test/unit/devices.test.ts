import { expect, it } from 'vitest'
import { entriesWords } from '../../src/app/screens/people/devices/deviceWords.ts'
import { devicesInOrder } from '../../src/domain/people/devicesInOrder.ts'
import { samePerson } from '../../src/domain/people/samePerson.ts'
import { auditWords } from '../../src/language/auditWords.ts'

const device = (name: string, standing: { confirmed?: boolean; revoked?: boolean } = {}) => ({
  person: { name },
  confirmed: true,
  revoked: false,
  ...standing,
})

it('[R-admin-02] devices that wait stand first, then by given name, those without rights last', () => {
  const devices = [
    device('Lô Thị An', { revoked: true, confirmed: false }),
    device('Vừ Bá Chò'),
    device('Moong Thị Lan', { confirmed: false }),
    device('Cụt Văn Bình'),
  ]
  expect(devicesInOrder(devices).map(({ person }) => person.name)).toEqual([
    'Moong Thị Lan',
    'Cụt Văn Bình',
    'Vừ Bá Chò',
    'Lô Thị An',
  ])
})

it('[R-admin-03] somebody is known by their name however it is typed, and nobody by an empty one', () => {
  const people = [
    { person: 'p1', name: 'Lô Thị Lan' },
    { person: 'p2', name: 'Lô Thị Lân' },
    { person: 'p3', name: 'Hùng' },
  ]
  expect(samePerson(people, ' lo thi  LAN').map(({ person }) => person)).toEqual(['p1', 'p2'])
  expect(samePerson(people, 'Lan')).toEqual([])
  expect(samePerson(people, ' ')).toEqual([])
})

it('[R-admin-06] what was received of a device is counted, and what is missing is named', () => {
  const said = (upTo: number, gaps: number[]) => entriesWords({ upTo, gaps } as Parameters<typeof entriesWords>[0])
  expect(said(0, [])).toBe('chưa gửi ghi chép nào')
  expect(said(57, [])).toBe('đã nhận đủ 57')
  expect(said(57, [58, 60])).toContain('còn thiếu 2 (số 58, 60)')
  expect(said(1, [2, 3, 4, 5, 6, 7, 8, 9, 10])).toContain('còn thiếu 9 (số 2, 3, 4, 5, 6, 7, 8, 9…)')
})

it('[R-admin-01] the log is said in words, also of what nobody knows the name of', () => {
  const names = {
    person: (id: string) => ({ p1: 'Lan' })[id],
    device: (id: string) => ({ d1: 'Mai', d2: 'Lan' })[id],
    book: (id: string) => ({ b1: 'Keng Đu' })[id] ?? id,
  }
  const said = (what: string, who: string | null, detail: unknown) => auditWords({ what, who, detail }, names)
  expect(said('person.invited', null, { person: 'p1', role: 'recorder' })).toBe('Máy chủ mời Lan, việc: người ghi')
  expect(said('device.changed', 'd1', { device: 'd2', books: ['b1', 'b2'] })).toBe(
    'Mai đổi quyền máy của Lan: xã Keng Đu, b2',
  )
  expect(said('held.dismissed', 'd1', { reason: '' })).toBe('Mai không nhận một ghi chép được giữ lại: không ghi lý do')
  expect(said('device.revoked', 'gone', null)).toContain('một người không còn trong danh sách thu quyền')
  expect(said('roof.painted', 'd1', {})).toBe('Mai: roof.painted')
})
