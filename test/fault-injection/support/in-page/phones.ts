import { browserDevice } from '../../../../src/app/device/browserDevice.ts'
import type { Device } from '../../../../src/app/device/device.ts'
import { enrolDevice } from '../../../../src/app/enrol/enrolDevice.ts'
import type { PhotoRow } from '../../../../src/app/store/photoRows.ts'
import { type NewEntry, saveEntries } from '../../../../src/app/store/saveEntries.ts'
import { putStagedPhoto } from '../../../../src/app/store/stagedPhotos.ts'
import { type Database, openDatabase } from '../../../../src/app/store/tables.ts'
import type { SyncOutcome } from '../../../../src/app/sync/run.ts'
import { startSync } from '../../../../src/app/sync/startSync.ts'
import { syncOnce } from '../../../../src/app/sync/syncOnce.ts'
import { watchedRun } from '../../../../src/app/sync/watchedRun.ts'
import { advanceClock, aMoment, fakeClock } from './fakeClock.ts'
import { jpeg } from './jpeg.ts'
import { type Look, look } from './look.ts'
import { type Breaking, Steps, withSteps } from './steps.ts'
import { upgradeWithFault } from './upgrade.ts'

export type Patience = { stuckMs: number; timeoutMs: number }
export type Writing = { book: string; text: string }
type Phone = { name: string; url: string; database: Database; device: Device; steps: Steps; stop?: () => void }

const phones = new Map<string, Phone>()

/** The phones of this page, as a test asks for them: real tables, real keys, the real hand-in; no screens. */
const verbs = {
  /** Enrols; false where no answer came, and the next try goes on with the same keys. */
  begin: async (name: string, url: string, code: string): Promise<string | null> => {
    if (!phones.has(name)) open(name, url)
    const { database, device } = phoneOf(name)
    const enrolled = await enrolDevice(database, device, code, name)
    return enrolled.ok ? enrolled.enrolment.device : null
  },

  /** The app is started over what lies on the disk; what the one before still had under way never ends. */
  openAgain: async (name: string): Promise<void> => {
    const { url, database, steps } = phoneOf(name)
    steps.die()
    database.close()
    open(name, url)
  },

  /** Another tab of the same phone, which another page enrolled. */
  join: async (name: string, url: string): Promise<void> => open(name, url),

  save: async (name: string, writings: readonly Writing[]): Promise<string[]> => {
    const { database, device } = phoneOf(name)
    const news: NewEntry[] = writings.map(({ book, text }) => {
      return { book, kind: 'note.added', subject: device.uuid7(), body: { text } }
    })
    return (await saveEntries(database, device, news, null)).map(({ id }) => id)
  },

  /** A form's draft and its photo, staged: what a save takes with it. */
  stage: async (name: string, seed: number, evidenceBytes: number, previewBytes: number): Promise<string> => {
    const { database, device } = phoneOf(name)
    const row = await aPhoto(device, jpeg(seed, evidenceBytes), jpeg(seed + 1, previewBytes))
    await putStagedPhoto(database, row.row, row.evidence.buffer, row.preview.buffer)
    await database.drafts.put({ key: row.row.draft, form: { seed }, step: 1, savedMs: 1 })
    return row.row.photo
  },

  /** Records a staged photo; its draft goes in the same step. */
  recordPhoto: async (name: string, photo: string, book: string): Promise<string[]> => {
    const { database, device, steps } = phoneOf(name)
    const save = async (): Promise<string[]> => {
      const row = await database.photos.get(photo)
      if (row === undefined) throw new Error('no such photo')
      const entry = { book, kind: 'photo.taken' as const, subject: device.uuid7(), body: row.body }
      return (await saveEntries(database, device, [entry], row.draft, [photo])).map(({ id }) => id)
    }
    const hung = new Promise<never>((_, fail) => steps.hung.addEventListener('abort', () => fail(steps.hung.reason)))
    return Promise.race([save(), hung])
  },

  sync: (name: string, patience: Patience): Promise<SyncOutcome> => {
    const { database, device, steps } = phoneOf(name)
    return watchedRun(syncOnce, database, device, () => undefined, { ...patience, lost: steps.hung })
  },

  /** Hands in by itself from now on, as a page of the app does. */
  start: async (name: string): Promise<void> => {
    const phone = phoneOf(name)
    phone.stop = startSync(phone.database, phone.device)
  },

  /** Where its records and photos stand. */
  look: async (name: string): Promise<Look> => look(name, false),
  lookWithBooks: async (name: string): Promise<Look> => look(name, true),

  /** The k-th await from now on fails in this way. */
  breakAt: async (name: string, k: number, how: Breaking): Promise<void> => phoneOf(name).steps.breakAt(k, how),
  /** Awaits since then, and whether the k-th was among them; nothing fails from now on. */
  mend: async (name: string): Promise<{ steps: number; broken: boolean }> => phoneOf(name).steps.mend(),

  upgradeWithFault,
  /** Waits until this phone waits for nothing new for a while. */
  still: async (name: string): Promise<void> => {
    const { steps } = phoneOf(name)
    let quiet = 0
    for (let before = steps.total; quiet < 6; before = steps.total) {
      await aMoment()
      quiet = steps.total === before ? quiet + 1 : 0
    }
  },
  fakeClock: async () => fakeClock(),
  advanceClock: async (ms: number): Promise<void> => advanceClock(ms),

  forget: async (name: string): Promise<void> => {
    const { database, stop } = phoneOf(name)
    stop?.()
    await database.delete()
    phones.delete(name)
  },
}

export type Verbs = typeof verbs

const open = (name: string, url: string): void => {
  const steps = new Steps()
  const database = withSteps(openDatabase(name), steps)
  const device: Device = {
    ...browserDevice,
    sha256: (data) => steps.at(() => browserDevice.sha256(data)),
    fetch: (path, init) => steps.at(() => fetch(url + path, init)),
  }
  phones.set(name, { name, url, database, device, steps })
}

const phoneOf = (name: string): Phone => {
  const phone = phones.get(name)
  if (phone === undefined) throw new Error(`no phone ${name} in this page`)
  return phone
}

const aPhoto = async (device: Device, evidence: Uint8Array<ArrayBuffer>, preview: Uint8Array<ArrayBuffer>) => {
  const photo = device.uuid7()
  const row: PhotoRow = {
    photo,
    state: 'staged',
    draft: `visit ${photo}`,
    takenMs: Date.now(),
    body: {
      photo,
      sha256: await device.sha256(evidence),
      bytes: evidence.length,
      width: 640,
      height: 480,
      mime: 'image/jpeg',
      preview: { sha256: await device.sha256(preview), bytes: preview.length },
      thumbhash: 'YTkGJwaRhWUIt4lbgnhZl3ath2BUBGYA',
      takenAt: '2026-11-24T08:30:00+07:00',
      source: 'camera',
    },
    preview: { at: 'waiting' },
    evidence: { at: 'waiting' },
  }
  return { row, evidence, preview }
}

Object.assign(globalThis, { phones: verbs })
