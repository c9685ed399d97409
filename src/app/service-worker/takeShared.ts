import { judgeShared } from '../../domain/maps/judgeShared.ts'
import { sharedName } from '../../domain/maps/sharedName.ts'
import { placeAfterShare, type ShareEnd } from '../../domain/maps/shareEnd.ts'
import { keepSharedFile, openSharedFile } from '../device/sharedFile.ts'
import { storageRoom } from '../device/storageRoom.ts'
import { announce } from '../store/changes.ts'
import { isFull } from '../store/isFull.ts'
import { databaseName } from '../store/tables.ts'
import { isFromHere } from './isFromHere.ts'

/** Whether the phone's share sheet asks; its address stands in the manifest. */
export const isShared = ({ method, url }: Request): boolean =>
  method === 'POST' && new URL(url).pathname === '/share-map' && new URL(url).origin === location.origin

/** Keeps the one shared file until a person says what is to become of it, and leads to the page that asks. */
export const takeShared = async (request: Request): Promise<Response> => {
  const end = await keep(request).catch((error: unknown): ShareEnd => {
    if (isFull(error)) return 'full'
    console.error(error)
    return 'cannot-keep'
  })
  return Response.redirect(placeAfterShare(end), 303)
}

const keep = async (request: Request): Promise<ShareEnd> => {
  const { mode, destination, referrer, headers } = request
  const sender = { mode, destination, referrer, origin: headers.get('origin'), site: headers.get('sec-fetch-site') }
  // Not a byte of it is read.
  if (!isFromHere(sender, location.origin)) return 'from-elsewhere'
  const files = (await request.formData()).getAll('map').filter((one) => one instanceof File)
  const judged = judgeShared(files, await freeBytes())
  if (!judged.ok) return judged.code
  await keepSharedFile(databaseName, sharedName(judged.file.name), judged.file)
  announce('maps')
  return 'kept'
}

/** With the room of the one that waits: it goes. Null where the browser doesn't say. */
const freeBytes = async (): Promise<number | null> => {
  const room = await storageRoom()
  const waiting = (await openSharedFile(databaseName))?.size ?? 0
  return room === null ? null : room.quota - room.usage + waiting
}
