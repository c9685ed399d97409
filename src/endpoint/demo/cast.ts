import type { Role } from '../../domain/entries/mayWrite.ts'
import { type Chance, chanceOf, demoDeviceId, demoId } from './chance.ts'
import { demoAreas } from './demoAreas.ts'
import { demoBegin, momentOf } from './demoDays.ts'
import { nameOf, type People } from './demoNames.ts'
import { demoVillages } from './demoVillages.ts'

/** Somebody who writes in the trial's books: a person with one device of their own. */
export type Actor = {
  readonly person: string
  readonly name: string
  readonly title: string
  readonly role: Role
  readonly books: readonly string[]
  readonly device: string
  /** The device's own counter and clock, as they stand. */
  n: number
  lastAt: string | null
}

/** Communes that one office member and one inspector look after; each commune has two recorders. */
export type Sector = {
  readonly office: Actor
  readonly inspector: Actor
  readonly communes: readonly { readonly id: string; readonly title: string; readonly recorders: readonly Actor[] }[]
}

const sectors: readonly (readonly string[])[] = [
  ['40-417-16822', '40-417-16816', '40-417-16819', '40-417-16825'],
  ['40-417-16828', '40-417-16831', '40-417-16834', '40-417-16837'],
  ['40-417-16840', '40-417-16843', '40-417-16846', '40-417-16849'],
  ['40-417-16813', '40-417-16852', '40-417-16864', '40-417-16861', '40-417-16855'],
  ['40-417-16858', '40-417-16867', '40-417-16870', '40-417-16873'],
]

/** Those whose links `npm start` prints; Lan looks after two border communes. */
const named = {
  recorder: 'Vi Thị Lan',
  inspector: 'Lương Văn Hùng',
  district: 'Lữ Thị Mai',
  admin: 'Ngân Văn An',
} as const
const lanCommunes = ['40-417-16822', '40-417-16816'] as const

const titles: { readonly [role in Role]: string } = {
  recorder: 'Tổ công tác cơ sở',
  inspector: 'Tổ kiểm tra, giám sát',
  district: 'Tổ giúp việc',
  admin: 'Quản trị',
}

/** Everybody of the trial, the same each time; counters begin at nothing. */
export const castOf = (): { sectors: Sector[]; admin: Actor } => {
  const lan = actor('recorder', lanCommunes, 'Lan', named.recorder)
  return {
    sectors: sectors.map((communes, at) => ({
      office: actor('district', [], `office ${at}`, at === 0 ? named.district : undefined),
      inspector: actor('inspector', communes, `inspector ${at}`, at === 0 ? named.inspector : undefined),
      communes: communes.map((id) => ({
        id,
        title: demoAreas.find((area) => area.id === id)?.title ?? id,
        recorders: [
          (lanCommunes as readonly string[]).includes(id) ? lan : actor('recorder', [id], `${id} first`),
          actor('recorder', [id], `${id} second`),
        ],
      })),
    })),
    admin: actor('admin', [], 'admin', named.admin),
  }
}

const actor = (role: Role, books: readonly string[], seed: string, name?: string): Actor => {
  const chance = chanceOf(`person ${seed}`)
  const people = demoVillages[books[0] ?? '']?.[0]?.[1] ?? 'thai'
  return {
    person: demoId(chance, momentOf(demoBegin, chance)),
    name: name ?? someName(people, chance),
    title: titles[role],
    role,
    books,
    device: demoDeviceId(chance),
    n: 0,
    lastAt: null,
  }
}

/** Officials have whole names. */
const someName = (people: People, chance: Chance): string => {
  const gender = chance.happens(0.4) ? 'woman' : 'man'
  const name = nameOf(people, gender, chance)
  return name.includes(' ') ? name : `Lô ${gender === 'woman' ? 'Thị' : 'Văn'} ${name}`
}
