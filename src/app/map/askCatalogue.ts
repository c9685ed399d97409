import type { MapPack } from '../../domain/maps/mapPack.ts'
import type { PackRefusal } from '../../domain/maps/packRefusal.ts'
import { mapsAnswer } from '../../wire/messages/maps.ts'
import { keepCatalogue } from '../store/keptCatalogue.ts'
import { askMaps, codeOf } from './askMaps.ts'
import type { MapDoors } from './mapDoors.ts'
import { refusalOf } from './refusalOf.ts'

export type Offered = { at: 'offered'; packs: MapPack[] } | { at: 'no-signal' } | { at: 'refused'; code: PackRefusal }

/** Which packs the endpoint has for this phone's books; kept, so that their names and sizes stand without a signal too. */
export const askCatalogue = async (doors: MapDoors, signal: AbortSignal): Promise<Offered> => {
  const answer = await askMaps(doors, { path: '/api/maps', signal })
  if (answer.at === 'not-enrolled') return { at: 'refused', code: 'unknown-device' }
  if (answer.at === 'no-signal') return { at: 'no-signal' }
  if (answer.status !== 200) {
    const code = refusalOf(answer.status, codeOf(answer.json))
    return code === null ? { at: 'no-signal' } : { at: 'refused', code }
  }
  const read = mapsAnswer.safeParse(answer.json)
  if (!read.success) return { at: 'refused', code: 'protocol' }
  await keepCatalogue(doors.database, { packs: read.data, ms: doors.device.nowMs() })
  return { at: 'offered', packs: read.data }
}
