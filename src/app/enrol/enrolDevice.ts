import { enrolAnswer } from '../../wire/messages/enrol.ts'
import type { Device } from '../device/device.ts'
import { announce } from '../store/changes.ts'
import { type Database, type Enrolment, writeEnrolment } from '../store/tables.ts'

export type Enrolled =
  | { ok: true; enrolment: Enrolment }
  | { ok: false; why: 'unknown-code' | 'too-many' | 'no-signal' | 'keys' }

/** A try that got no answer is made again with the same device and key, so that the code isn't lost with the answer. */
type Pending = { device: string; keys: CryptoKeyPair }

/** Makes the keys on this phone, claims the code and keeps who this phone is now. */
export const enrolDevice = async (
  database: Database,
  device: Device,
  code: string,
  name: string,
): Promise<Enrolled> => {
  const pending = await pendingKeys(database, device)
  if (pending === null) return { ok: false, why: 'keys' }
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pending.keys.publicKey)
  const asked = {
    code,
    device: { id: pending.device, name, model: modelOf(navigator.userAgent) },
    publicKey: { kty, crv, x, y },
  }
  try {
    const response = await device.fetch('/api/enrol', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
    })
    if (response.status === 404) return { ok: false, why: 'unknown-code' }
    if (response.status === 429) return { ok: false, why: 'too-many' }
    const answer = enrolAnswer.safeParse(await response.json())
    if (response.status !== 201 || !answer.success || answer.data.device !== pending.device)
      return { ok: false, why: 'no-signal' }
    const { person, role, books, endpoint, certificate } = answer.data
    const { epoch, receiptKey, bundleKey } = endpoint
    const enrolment: Enrolment = {
      device: pending.device,
      person,
      role,
      books,
      epoch,
      receiptKey,
      bundleKey,
      certificate,
      keys: pending.keys,
    }
    await writeEnrolment(database, enrolment)
    // The next enrolment of this phone is another device: keys and id are not used twice.
    await database.meta.delete('enrolling')
    announce('enrolled')
    return { ok: true, enrolment }
  } catch {
    return { ok: false, why: 'no-signal' }
  }
}

const pendingKeys = async (database: Database, device: Device): Promise<Pending | null> => {
  try {
    const before = (await database.meta.get('enrolling')) as Pending | undefined
    if (before !== undefined) return before
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    const pending = { device: device.uuid4(), keys }
    await database.meta.put(pending, 'enrolling')
    return pending
  } catch {
    return null
  }
}

/** What helps the office to know a phone again: its system and browser, no fingerprint. */
const modelOf = (userAgent: string): string => /\(([^)]{1,80})\)/.exec(userAgent)?.[1] ?? 'unknown'
