import { bundleKeyText, mostPrefixBytes, readBundlePrefix } from '../../wire/bundle/header.ts'
import { bundleLimits, trailerBytes } from '../../wire/bundle/layout.ts'
import type { PublicJwk } from '../../wire/shapes.ts'
import type { Device } from '../device/device.ts'
import type { Enrolment } from '../store/tables.ts'

/** What can be said of a file before a byte of it is sent, so that no weak line is spent on the wrong one. */
export type Ahead =
  | { ok: true; digest: string; mine: boolean }
  | { ok: false; why: 'not-a-bundle' | 'bundle-elsewhere' | 'too-large' | 'unreadable' }

export const bundleAhead = async (device: Device, enrolment: Enrolment, file: Blob): Promise<Ahead> => {
  if (file.size > bundleLimits.bytes) return { ok: false, why: 'too-large' }
  const [start, end] = await Promise.all([bytesOf(file.slice(0, mostPrefixBytes)), bytesOf(file.slice(-trailerBytes))])
  if (start === null || end === null) return { ok: false, why: 'unreadable' }
  const read = readBundlePrefix(start)
  if (read === null) return { ok: false, why: 'not-a-bundle' }
  const { bundleKey } = enrolment
  const ours = bundleKey === undefined ? null : await device.sha256(bundleKeyText(bundleKey as PublicJwk))
  if (ours !== null && read.header.to !== ours) return { ok: false, why: 'bundle-elsewhere' }
  const digest = Array.from(end.subarray(0, bundleLimits.digestBytes), (byte) => byte.toString(16).padStart(2, '0'))
  return { ok: true, digest: digest.join(''), mine: read.header.device === enrolment.device }
}

/** Null where the file can't be read: it went, or its card was taken out. */
export const bytesOf = async (part: Blob): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    return new Uint8Array(await part.arrayBuffer())
  } catch {
    return null
  }
}
