import { onlineMap } from '../../wire/messages/maps.ts'
import { keepOfferedMap } from '../store/onlineMap.ts'
import { askMaps } from './askMaps.ts'
import type { AskingDoors } from './mapDoors.ts'

/** Whether the endpoint offers a map on the net; kept, so that it is known without a signal too. */
export const askOnlineMap = async (doors: AskingDoors, signal: AbortSignal): Promise<void> => {
  const answer = await askMaps(doors, { path: '/api/maps/online', signal })
  if (answer.at !== 'answer') return
  if (answer.status === 404) return keepOfferedMap(doors.database, null)
  const read = onlineMap.safeParse(answer.json)
  if (answer.status === 200 && read.success) await keepOfferedMap(doors.database, read.data)
}
