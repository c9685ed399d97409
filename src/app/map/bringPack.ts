import type { MapPack } from '../../domain/maps/mapPack.ts'
import type { PackRefusal } from '../../domain/maps/packRefusal.ts'
import { dropPacks } from '../store/dropPacks.ts'
import { makePackWhole } from '../store/makePackWhole.ts'
import type { PackRow } from '../store/packRows.ts'
import { packsHere } from '../store/packsHere.ts'
import type { Database } from '../store/tables.ts'
import { type ComingPack, letGo, openComing, roomFor } from './comingPack.ts'
import { fetchPieces } from './fetchPieces.ts'
import type { MapDoors } from './mapDoors.ts'
import type { PackWriter } from './packWriter.ts'

/** How a download ended. What came stays for the next try, unless the refusal says otherwise. */
export type Downloaded = { at: 'whole' } | { at: 'paused' } | { at: 'no-signal' } | { at: 'refused'; code: PackRefusal }

/** One pack from its first or next byte to its last; `changed`: the endpoint has another one of that id by now. */
export const bringPack = async (
  doors: MapDoors,
  writer: PackWriter,
  pack: MapPack,
  told: (got: number) => void,
  signal: AbortSignal,
): Promise<Downloaded | { at: 'changed' }> => {
  const { database, device } = doors
  const rows = (await packsHere(database)).filter(({ pack: { sha256 } }) => sha256 === pack.sha256)
  if (rows.some(({ id, state }) => id === pack.id && state.at === 'whole')) return { at: 'whole' }
  // Half of another version of it is of no use any more.
  await dropPacks(
    database,
    ({ id, state, ...row }) => id === pack.id && state.at === 'partial' && row.pack.sha256 !== pack.sha256,
  )
  const begun = await begin(doors, writer, pack)
  if ('at' in begun) return begun
  const fetched = await fetchPieces(doors, begun, told, signal)
  if (fetched.at === 'changed') await letGo(begun)
  if (fetched.at !== 'all') return fetched
  // [L7] Only what is, to the last byte, what the catalogue said takes the older one's place.
  const hashed = await writer.sha256()
  if (!hashed.ok) return { at: 'refused', code: 'cannot-write' }
  if (hashed.sha256 !== pack.sha256) {
    await letGo(begun)
    return { at: 'refused', code: 'wrong-hash' }
  }
  await writer.close()
  const whole = await makePackWhole(database, begun.row.file, pack, device.nowMs())
  return whole ? { at: 'whole' } : { at: 'refused', code: 'deleted' }
}

/** Goes on with the half that is here, or begins; a half whose file is gone begins anew. */
const begin = async (doors: MapDoors, writer: PackWriter, pack: MapPack): Promise<ComingPack | Downloaded> => {
  const row = (await halfOf(doors.database, pack)) ?? (await newRow(doors, writer, pack))
  const got = row.state.at === 'partial' ? row.state.got : 0
  const room = await roomFor(pack.bytes - got)
  if (!room.ok) return { at: 'refused', code: room.code }
  const opened = await openComing(doors.database, writer, row)
  if (opened.ok) return opened.coming
  return 'gone' in opened ? begin(doors, writer, pack) : { at: 'refused', code: opened.code }
}

const halfOf = async (database: Database, { id, sha256 }: MapPack): Promise<PackRow | null> =>
  (await packsHere(database)).find(
    (row) => row.id === id && row.pack.sha256 === sha256 && row.state.at === 'partial' && row.from === 'endpoint',
  ) ?? null

const newRow = async ({ database, device }: MapDoors, writer: PackWriter, pack: MapPack): Promise<PackRow> => ({
  file: device.uuid4(),
  id: pack.id,
  pack,
  from: 'endpoint',
  kept: (await writer.keepsFiles(database.name)) ? 'opfs' : 'rows',
  state: { at: 'partial', got: 0 },
})
