import type { Device } from './device.ts'

/** The real doors, in a page or in a worker. */
export const browserDevice: Device = {
  nowMs: () => Date.now(),
  chance: () => Math.random(),
  uuid4: () => crypto.randomUUID(),
  uuid7: () => uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
  nonce: () => base64url(crypto.getRandomValues(new Uint8Array(16))),
  sha256: async (data) => {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
    return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  },
  fetch: (path, init) => fetch(path, init),
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

const uuid7 = (ms: number, random: Uint8Array): string => {
  const rest = hex(random)
  const time = ms.toString(16).padStart(12, '0')
  const variant = (8 + (Number.parseInt(rest.slice(3, 4), 16) % 4)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(4, 7)}-${rest.slice(7, 19)}`
}
