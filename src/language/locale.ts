import { dayOf } from '../domain/time/day.ts'
import { type Locale, overwriteGetLocale } from './words/runtime.js'

const key = 'mai-am-language'

/** Vietnamese first; English by a tap, remembered on this phone. */
export const startLanguage = (): Locale => {
  let language: Locale = 'vi'
  try {
    if (localStorage.getItem(key) === 'en') language = 'en'
  } catch {
    // A phone that forbids storage here still speaks Vietnamese.
  }
  overwriteGetLocale(() => current)
  current = language
  document.documentElement.lang = language
  return language
}

let current: Locale = 'vi'

export const otherLanguage = (): void => {
  current = current === 'vi' ? 'en' : 'vi'
  document.documentElement.lang = current
  try {
    localStorage.setItem(key, current)
  } catch {
    // Only the choice is lost with the page.
  }
}

const tag = () => (current === 'vi' ? 'vi-VN' : 'en-GB')

/** A formatter takes milliseconds to make and none to use: one of each in each language. */
const kept = <Formatter>(make: (tag: string) => Formatter): (() => Formatter) => {
  const made: { [tag: string]: Formatter } = {}
  return () => {
    const now = tag()
    made[now] ??= make(now)
    return made[now]
  }
}

const longDays = kept(
  (tag) => new Intl.DateTimeFormat(tag, { weekday: 'long', day: '2-digit', month: '2-digit', timeZone: 'UTC' }),
)
const times = kept((tag) => new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hour12: false }))
const numbers = kept((tag) => new Intl.NumberFormat(tag))
const typedNumbers = kept((tag) => new Intl.NumberFormat(tag, { useGrouping: false, maximumFractionDigits: 6 }))

/** 20/11, with the year when it is another: the same order in both languages. */
export const dayWords = (day: string, today: string): string => {
  const [year, month, date] = day.split('-')
  return year === today.slice(0, 4) ? `${date}/${month}` : `${date}/${month}/${year}`
}

/** Thứ Hai 23/11. */
export const longDayWords = (day: string): string => longDays().format(new Date(day))

/** 14:02, local time of the phone. */
export const timeWords = (ms: number): string => times().format(new Date(ms))

/** 14:02 of the same day; 20/11 14:02 of another. */
export const momentWords = (ms: number, nowMs: number): string => {
  const day = dayOf(ms)
  const today = dayOf(nowMs)
  return day === today ? timeWords(ms) : `${dayWords(day, today)} ${timeWords(ms)}`
}

/** 1.234 in Vietnamese, 1,234 in English. Whole numbers below a thousand read alike and need no formatter. */
export const numberWords = (number: number): string =>
  Number.isInteger(number) && Math.abs(number) < 1000 ? `${number}` : numbers().format(number)

/** A number as it stands in a field: no groups of thousands, which typed again would be read as decimals. */
export const typedWords = (number: number): string => typedNumbers().format(number)

/** Whole VND: 1.500.000 ₫. */
export const moneyWords = (vnd: number): string => `${numberWords(vnd)}\u00a0₫`

/** An amount as it is typed, with dots between the thousands from the first key on; what is no digit falls away. */
export const typedMoney = (typed: string): string => {
  const digits = typed
    .replace(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, 12)
  return digits === '' ? '' : numberWords(Number(digits))
}

/** Whole VND from what stands in the field; undefined where nothing does. */
export const parseMoney = (typed: string): number | undefined => {
  const digits = typed.replace(/\D/g, '')
  return digits === '' ? undefined : Number(digits)
}

/** A number as it is typed here: a comma or a point before the decimals; NaN where it is none. */
export const parseNumber = (typed: string): number =>
  typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.'))

/** The checklist's own words, in the language chosen. */
export const chosenWords = ({ vi, en }: { vi: string; en: string }): string => (current === 'vi' ? vi : en)
