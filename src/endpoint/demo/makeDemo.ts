import { readFileSync } from 'node:fs'
import { beginBooks } from '../admin/initDistrict.ts'
import { audit } from '../books/audit.ts'
import { writeMeta } from '../books/openBooks.ts'
import type { Db } from '../books/tables.ts'
import { keepPicture } from '../shelf/keepPicture.ts'
import type { Shelf } from '../shelf/shelf.ts'
import { castOf } from './cast.ts'
import { tellCommune } from './communeStory.ts'
import { demoAreas, demoDistrictId, demoTitle } from './demoAreas.ts'
import { demoToday, eveningOf } from './demoDays.ts'
import { tellDistrict } from './districtStory.ts'
import { enrolCast } from './enrolCast.ts'
import { handIn } from './handIn.ts'
import { drawnPictures, pictureDesk } from './pictureDesk.ts'
import { trialVillages } from './trialVillages.ts'

/** Set in `meta` where the district is the trial one. */
export const trialMark = 'trial'

/**
 * Kỳ Sơn as the programme saw it, invented from one seed: the same on every machine. In the caller's transaction, so
 * that it is there whole or not at all. Throws where there is a district already.
 */
export const makeDemo = async (tx: Db, shelf: Shelf): Promise<void> => {
  const cast = castOf()
  const villages = trialVillages()
  const pictures = drawnPictures()
  const desk = pictureDesk(pictures)
  const communes = demoAreas.filter(({ book }) => book !== false)
  await beginBooks(tx, { district: demoDistrictId, title: demoTitle, communes })
  const actors = cast.sectors.flatMap(({ office, inspector, communes }) => [
    office,
    inspector,
    ...communes.flatMap(({ recorders }) => recorders),
  ])
  await enrolCast(tx, [...new Set(actors)])
  for (const [at, sector] of cast.sectors.entries()) {
    const deeds = sector.communes.flatMap((commune) =>
      tellCommune(
        sector,
        commune,
        villages.filter((village) => village.commune === commune.id),
        desk,
      ),
    )
    if (at === 0) deeds.push(...tellDistrict(cast, villages))
    await handIn(
      tx,
      deeds.sort((a, b) => a.ms - b.ms),
    )
  }
  const bringer = cast.sectors[0]?.inspector.device ?? ''
  const arrivedMs = eveningOf(demoToday)
  for (const { file, sha256 } of pictures)
    await keepPicture(tx, shelf, { bytes: readFileSync(file), sha256, device: bringer, arrivedMs })
  await writeMeta(tx, trialMark, '1')
  await audit(tx, arrivedMs, 'district.begun', null, {
    district: demoDistrictId,
    books: communes.length + 1,
    trial: true,
  })
}
