import { tellBuild } from './buildStory.ts'
import type { Sector } from './cast.ts'
import { type Chance, chanceOf, demoId } from './chance.ts'
import { courseOf } from './course.ts'
import { demoBegin } from './demoDays.ts'
import { nameOf } from './demoNames.ts'
import { stationCommunes } from './demoVillages.ts'
import { type CommuneCast, type Known, tellHousehold } from './householdStory.ts'
import { at, type PictureDesk, type Scene } from './scene.ts'
import { fixNear } from './sketch.ts'
import { beginStory, type Deed } from './story.ts'
import type { TrialVillage } from './trialVillages.ts'

/** Everything that happened in a commune's book, in the order of time. */
export const tellCommune = (
  sector: Sector,
  commune: Sector['communes'][number],
  villages: readonly TrialVillage[],
  pictures: PictureDesk,
): Deed[] => {
  const story = beginStory(commune.id)
  const cast: CommuneCast = {
    story,
    recorders: commune.recorders,
    inspector: sector.inspector,
    office: sector.office,
    pictures,
  }
  if (stationCommunes.includes(commune.id))
    tellStation(cast, commune.title, villages[0], chanceOf(`${commune.id} trạm`))
  for (const village of villages) {
    const villageHead = nameOf(village.people, 'man', chanceOf(`${village.id} trưởng bản`))
    for (let number = 0; number < village.households; number += 1) {
      const known = village.id === namesakes.village ? namesakes.families[number] : undefined
      tellHousehold(cast, village, villageHead, chanceOf(`${village.id} hộ ${number}`), known)
    }
  }
  return story.deeds.sort((a, b) => a.ms - b.ms)
}

/** Three men of one name in one village: told apart by wife, birth year, and what people call them. */
const namesakes: { village: string; families: readonly Known[] } = {
  village: '40-417-16816-1',
  families: [
    { headName: 'Lô Văn Páo', gender: 'man', birthYear: 1974, spouseName: 'Moong Thị Mai', otherName: undefined },
    { headName: 'Lô Văn Páo', gender: 'man', birthYear: 1988, spouseName: undefined, spouseBirthYear: undefined },
    {
      headName: 'Lô Văn Páo',
      gender: 'man',
      birthYear: undefined,
      spouseName: undefined,
      spouseBirthYear: undefined,
      otherName: 'Páo Con',
      landmark: 'Bên kia suối',
    },
  ],
}

/** The commune's medical station and its treatment house. */
const tellStation = (cast: CommuneCast, commune: string, village: TrialVillage | undefined, chance: Chance): void => {
  const course = courseOf(chance)
  const centre = village?.centre ?? null
  const registeredMs = at({ ...cast, chance } as Scene, demoBegin)
  const station = demoId(chance, registeredMs)
  const scene: Scene = {
    ...cast,
    chance,
    build: demoId(chance, registeredMs + 1),
    headName: `Trạm y tế ${commune}`,
    villageHead: nameOf(village?.people ?? 'thai', 'man', chance),
    point: centre,
  }
  const body = {
    name: `Trạm y tế xã ${commune}`,
    ...(village === undefined ? {} : { village: village.id }),
    ...(centre === null ? {} : { location: fixNear(centre, 0.0005, chance) }),
  }
  const by = cast.office
  cast.story.tell(registeredMs, by, 'station.registered', station, body, chance)
  const plan = { for: { station }, type: 'treatment-house', work: 'new' } as const
  cast.story.tell(at(scene, course.planned, registeredMs), by, 'build.planned', scene.build, plan, chance)
  tellBuild(scene, course)
}
