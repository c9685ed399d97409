/** What texts of one column have in common, where all of them have it. Each way back gives the very same text. */

/** Days since 1970 of `YYYY-MM-DD`, or null. */
export const daysOf = (values: readonly string[]): number[] | null => {
  const days: number[] = []
  for (const value of values) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
    const day = Date.parse(`${value}T00:00:00Z`) / dayMs
    if (!Number.isInteger(day) || dayText(day) !== value) return null
    days.push(day)
  }
  return days
}

export const dayText = (day: number): string => isoOf(day * dayMs).slice(0, 10)

/** Local seconds since 1970 of `YYYY-MM-DDThh:mm:ss` with what follows, the same in all; or null. */
export const momentsOf = (values: readonly string[]): { seconds: number[]; zone: string } | null => {
  const zone = values[0]?.slice(19) ?? ''
  const seconds: number[] = []
  for (const value of values) {
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(value) || value.slice(19) !== zone) return null
    const second = Date.parse(`${value.slice(0, 19)}Z`) / 1000
    if (!Number.isInteger(second) || momentText(second, zone) !== value) return null
    seconds.push(second)
  }
  return { seconds, zone }
}

export const momentText = (second: number, zone: string): string => isoOf(second * 1000).slice(0, 19) + zone

/** Digits only, all as many, few enough to be one number. */
export const areSameDigits = (values: readonly string[]): boolean => {
  const length = values[0]?.length ?? 0
  return length > 0 && length <= 15 && values.every((value) => value.length === length && /^\d+$/.test(value))
}

/** Of one text; longer ones are written as texts. */
export const mostBytes = 1024

export const areHex = (values: readonly string[]): boolean =>
  values.every((value) => isShort(value) && value.length % 2 === 0 && /^[0-9a-f]+$/.test(value))

export const areBase64 = (values: readonly string[]): boolean =>
  values.every((value) => {
    if (!isShort(value) || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return false
    return btoa(atob(value)) === value
  })

export const bytesOfHex = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16))

export const hexText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const bytesOfBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

export const base64Text = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

const isShort = ({ length }: string): boolean => length >= 16 && length <= mostBytes

const dayMs = 24 * 60 * 60_000

/** Beyond the years that have four digits there is no such text; what asks for one gets another, and is refused as wrong. */
const isoOf = (ms: number): string => (Math.abs(ms) <= 253_402_300_799_999 ? new Date(ms).toISOString() : '')

declare const btoa: (binary: string) => string
declare const atob: (text: string) => string
