import type { AreaDeclared, TeamKind } from '../../domain/entries/districtBodies.ts'
import { firstChecklist } from '../../domain/foundation/firstChecklist.ts'
import type { Actor, Sector } from './cast.ts'
import { chanceOf, demoId } from './chance.ts'
import { demoAreas, demoDistrictId, demoTitle } from './demoAreas.ts'
import { dayText, demoBegin, eveningOf } from './demoDays.ts'
import { villageWord } from './demoVillages.ts'
import { fundApproved } from './moneyStory.ts'
import { beginStory, type Deed } from './story.ts'
import type { TrialVillage } from './trialVillages.ts'

/** The district's own book, written by its office: areas, the checklist, people, teams, the fund. */
export const tellDistrict = (
  { sectors, admin }: { sectors: readonly Sector[]; admin: Actor },
  villages: readonly TrialVillage[],
): Deed[] => {
  const office = sectors[0]?.office
  if (office === undefined) return []
  const chance = chanceOf('district')
  const story = beginStory(demoDistrictId)
  // Before anybody else's day: areas and people are there when the first household is listed.
  let ms = eveningOf(demoBegin - 1)
  const tell: typeof story.tell = (_ms, by, kind, subject, body) => {
    ms += 1000
    return story.tell(ms, by, kind, subject, body, chance)
  }
  const declare = (body: AreaDeclared) => tell(ms, office, 'area.declared', demoId(chance, ms), body, chance)
  declare({ area: demoDistrictId, title: demoTitle, level: 'district', trial: true })
  for (const { id, ...area } of demoAreas)
    declare({
      word: area.title === 'Mường Xén' && area.until ? 'thị trấn' : 'xã',
      ...area,
      area: id,
      parent: demoDistrictId,
    } as AreaDeclared)
  for (const { id, title, commune, centre } of villages)
    declare({
      area: id,
      title,
      level: 'village',
      word: villageWord(commune),
      parent: commune,
      ...(centre === null ? {} : { centre: [centre[0], centre[1]] as [number, number] }),
    })
  tell(ms, office, 'checklist.published', demoId(chance, ms), firstChecklist, chance)
  const team = (title: string, kind: TeamKind, members: readonly Actor[], areas: readonly string[]) => {
    const id = demoId(chance, ms)
    for (const { person, name, title: role } of members)
      tell(ms, office, 'person.declared', demoId(chance, ms), { person, name, title: role, team: id }, chance)
    const body = { title, kind, members: members.map(({ person }) => person), areas: [...areas] }
    tell(ms, office, 'team.formed', id, body, chance)
  }
  const allBooks = sectors.flatMap(({ communes }) => communes.map(({ id }) => id))
  team('Ban chỉ đạo', 'steering-committee', [admin], allBooks)
  team(
    'Tổ giúp việc',
    'support-team',
    sectors.map((sector) => sector.office),
    allBooks,
  )
  team(
    'Tổ kiểm tra, giám sát',
    'inspection-team',
    sectors.map(({ inspector }) => inspector),
    allBooks,
  )
  const met = new Set<string>()
  for (const { id, title, recorders } of sectors.flatMap(({ communes }) => communes)) {
    const fresh = recorders.filter(({ person }) => !met.has(person))
    for (const { person } of fresh) met.add(person)
    team(`Tổ công tác cơ sở ${title}`, 'working-group', fresh, [id])
  }
  story.tell(
    eveningOf(fundApproved),
    office,
    'fund.approved',
    demoId(chance, eveningOf(fundApproved)),
    {
      title: 'Vốn đối ứng làm móng nhà',
      source: 'counterpart',
      vnd: 3_000_000_000,
      decision: 'Nghị quyết 136 của HĐND huyện',
      date: dayText(fundApproved),
    },
    chance,
  )
  return story.deeds
}
