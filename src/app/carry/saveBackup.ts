import type { PublicJwk } from '../../wire/shapes.ts'
import { saveBlob } from '../device/saveFile.ts'
import { writeBackupSaved } from '../store/backupSaved.ts'
import type { Store } from '../store/store.ts'
import { readEnrolment } from '../store/tables.ts'
import { backupName } from './backupName.ts'
import { insideOf, PictureGone } from './insideOf.ts'
import { type Plan, planBundle } from './planBundle.ts'
import { sealBundle } from './sealBundle.ts'

export type Backup =
  | { ok: true; file: File; entries: number; photos: number; left: number }
  | { ok: false; why: 'nothing' | 'no-key' | 'failed' }

/** Bytes sealed so far; of how many, about. */
export type OnSealed = (sealed: number, of: number) => void

const tries = 3

/**
 * Seals what is unsent into a file and hands it to the person. Nothing on this phone changes but the note of when it was
 * done [I4]: what is in the file is handed in from here all the same, and comes together there [I5].
 */
export const saveBackup = async (store: Store, told: OnSealed): Promise<Backup> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await saveOnce(store, told)
    } catch (error) {
      if (error instanceof PictureGone && tried < tries) continue
      console.error(error)
      return { ok: false, why: 'failed' }
    }
  }
}

const saveOnce = async ({ database, device }: Store, told: OnSealed): Promise<Backup> => {
  const enrolment = await readEnrolment(database)
  if (enrolment?.bundleKey === undefined) return { ok: false, why: 'no-key' }
  const plan = await planBundle(database)
  if (plan.entries.length + plan.pictures.length === 0) return { ok: false, why: 'nothing' }
  const nowMs = device.nowMs()
  const seal = {
    device: enrolment.device,
    privateKey: enrolment.keys.privateKey,
    bundleKey: enrolment.bundleKey as PublicJwk,
    made: new Date(nowMs).toISOString(),
  }
  const of = plan.pictures.reduce((sum, { bytes }) => sum + bytes, 0)
  const parts: Blob[] = []
  let sealed = 0
  // Each piece becomes a Blob at once: its bytes are the browser's, who may put them on the disk.
  for await (const piece of sealBundle(insideOf(database, device, plan, enrolment.certificate), seal)) {
    parts.push(new Blob([piece]))
    sealed += piece.length
    told(sealed, Math.max(of, sealed))
  }
  const { entries, photos, left } = counted(plan)
  const file = new File(parts, backupName(nowMs, entries, photos), { type: 'application/octet-stream' })
  saveBlob(file.name, file)
  await writeBackupSaved(database, { ms: nowMs, entries, photos })
  return { ok: true, file, entries, photos, left }
}

const counted = ({ entries, photos, left }: Plan) => ({ entries: entries.length, photos, left })
