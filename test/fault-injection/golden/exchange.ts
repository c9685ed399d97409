/** One request as a client of that version said it, byte for byte, and what the endpoint of that version answered. */
export type Exchange = {
  /** The endpoint's clock, ms since 1970. */
  ms: number
  method: string
  path: string
  headers: { [name: string]: string }
  /** As it was sent; base64 where it is no text. */
  body: Said
  answer: { status: number; headers: { [name: string]: string }; body: Said }
}

export type Said = { text: string } | { base64: string }

/** What one version said: the folder of its endpoint as it was before is beside it, packed. */
export type Traffic = {
  version: string
  /** The device of a person who used the app itself; the others were made by the recording script. */
  lan: string
  exchanges: Exchange[]
  /**
   * What an endpoint of a later version would have answered to the app's own requests: the same with fields that
   * nobody knows today, signed anew by the same key. By the place in `exchanges`.
   */
  answersOfALater: { [at: number]: Exchange['answer'] }
}

const isText = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !bytes.includes(0)
  } catch {
    return false
  }
}

export const saidOf = (bytes: Uint8Array): Said =>
  isText(bytes)
    ? { text: new TextDecoder().decode(bytes) }
    : { base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }

export const bytesOf = (said: Said): Uint8Array<ArrayBuffer> =>
  'text' in said
    ? new TextEncoder().encode(said.text)
    : Uint8Array.from(atob(said.base64), (letter) => letter.charCodeAt(0))

/** The device that signed it; '' for enrolment. */
export const deviceOf = ({ headers }: Pick<Exchange, 'headers'>): string =>
  /^Device ([0-9a-f-]{36})\./.exec(headers.authorization ?? '')?.[1] ?? ''

export const nonceOf = ({ headers }: Pick<Exchange, 'headers'>): string => headers.authorization?.split('.')[2] ?? ''
