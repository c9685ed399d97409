import { refusalSentences } from './refusalSentences.ts'

export type RefusalCode = keyof typeof refusalSentences

/** Why no pack was made; thrown from wherever it shows, for nothing of the half-made one counts any more. */
export class PackRefused extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, words: { readonly [blank: string]: string | number } = {}) {
    const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, blank: string) => String(words[blank] ?? ''))
    super([...new Set(refusalSentences[code].map(fill))].join('\n'))
    this.code = code
  }
}
