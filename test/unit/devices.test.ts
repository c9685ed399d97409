import { expect, it } from 'vitest'
import { devicesInOrder } from '../../src/domain/people/devicesInOrder.ts'
import { samePerson } from '../../src/domain/people/samePerson.ts'

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
