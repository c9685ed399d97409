import { accepted, type Judged, refused } from '../../domain/entries/refusal.ts'
import { captureOf } from '../../domain/photos/captureOf.ts'
import { type Picture, type Stop, writesWanted } from '../../domain/try-phone/phoneTried.ts'
import { build } from '../device/build.ts'
import { pageLife, phoneModel } from '../device/pageLife.ts'
import { saveFile } from '../device/saveFile.ts'
import { askToKeep } from '../device/storage.ts'
import { changeTried, timeWrites } from '../store/phoneTried.ts'
import { readPhotoBytes } from '../store/photoBytes.ts'
import { dropStagedPhoto, stagedPhotos } from '../store/stagedPhotos.ts'
import type { Store } from '../store/store.ts'
import { stagePhoto } from './stagePhoto.ts'

const draft = 'try-phone'

/** Asks the browser to keep the data, and keeps what it said. */
export const tryKeeping = async ({ database }: Store): Promise<void> => {
  const keep = await askToKeep()
  await changeTried(database, pageLife, (tried) => tried && { ...tried, keep })
}

/** Times strict writes and keeps how long they took. */
export const tryWriting = async ({ database }: Store, told: (done: number) => void): Promise<void> => {
  const tookMs = await timeWrites(database, writesWanted, told)
  await changeTried(database, pageLife, (tried) => tried && { ...tried, writes: { of: writesWanted, tookMs } })
}

/** The camera app is about to cover this page, and may close it: kept before. */
export const openingCamera = ({ database }: Store): Promise<void> =>
  changeTried(database, pageLife, (tried) => tried && { ...tried, camera: { ...tried.camera, life: pageLife } })

/** The page is seen again and was not closed meanwhile. */
export const cameraCameBack = ({ database }: Store): Promise<void> =>
  changeTried(database, pageLife, (tried) => tried && { ...tried, camera: { ...tried.camera, life: null } })

/** Shrinks, hashes and keeps a picture as a form would; it belongs to no record and never leaves this phone. */
export const tryPicture = async (store: Store, file: File): Promise<Judged<null>> => {
  const { database, device } = store
  const begunMs = device.nowMs()
  const capture = captureOf(file.lastModified, begunMs, null)
  const staged = await stagePhoto(store, file, { draft, slot: null, capture, consent: false })
  if (!staged.ok) return refused(...staged.refusals)
  const { photo } = staged.value
  const row = (await stagedPhotos(database, draft)).find((one) => one.photo === photo)
  if (row === undefined) return refused({ field: 'photo', code: 'not-saved' })
  const kept = { photo, sha256: row.body.sha256, bytes: row.body.bytes, tookMs: device.nowMs() - begunMs }
  await changeTried(
    database,
    pageLife,
    (tried) =>
      tried && {
        ...tried,
        picture: { ...kept, closed: tried.camera.closed },
        camera: { ...tried.camera, life: null },
      },
  )
  return accepted(null)
}

/** One force-stop is over: what was kept through it, by the person's word and by the picture's hash. */
export const keepStop = async ({ database, device }: Store, picture: Picture | null, kept: boolean): Promise<void> => {
  const bytes = picture === null ? null : await readPhotoBytes(database, picture.sha256)
  const photoWhole = picture === null ? null : bytes !== null && (await device.sha256(bytes)) === picture.sha256
  const stop: Stop = { kept, photoWhole, offline: !navigator.onLine }
  await changeTried(database, pageLife, (tried) => tried && { ...tried, number: null, stops: [...tried.stops, stop] })
}

/** Which phone and which version were tried out. */
export const aboutPhone = (): { model: string; build: string } => ({ model: phoneModel(), build })

/** Hands the result to the person as a file. */
export const saveTried = (name: string, text: string): void => saveFile(name, 'text/plain;charset=utf-8', text)

/** It is over: the picture goes, and what was kept of the trying too. */
export const endTrying = async ({ database }: Store): Promise<void> => {
  for (const { photo } of await stagedPhotos(database, draft)) await dropStagedPhoto(database, photo)
  await changeTried(database, pageLife, () => null)
}
