import { numberWords } from './locale.ts'
import { bytesWords } from './photoWords.ts'
import { m } from './words/messages.js'

const refusals: { readonly [code: string]: () => string } = {
  'not-a-bundle': m.carry_in_not_a_bundle,
  'bundle-damaged': m.carry_in_damaged,
  'bundle-elsewhere': m.carry_in_elsewhere,
  'bundle-unknown-author': m.carry_in_unknown_author,
  'bundle-forged': m.carry_in_forged,
  unreadable: m.carry_in_unreadable,
}

/** Why a sealed file was not taken in: what happened, what is safe, what to do. */
export const carryRefusalWords = (code: string): string => (refusals[code] ?? m.carry_in_refused)()

/** Bytes that are there so far: none is none, not a little. */
export const soFarWords = (bytes: number): string => (bytes === 0 ? `${numberWords(0)} KB` : bytesWords(bytes))
