/** The code of an enrol link (`ORIGIN/#enrol=CODE`), of a scanned QR, or as typed; null where there is none. */
export const codeFromLink = (text: string): string | null => {
  const linked = /#enrol=([^&\s]+)/.exec(text)?.[1]
  const code = (linked === undefined ? text : unescaped(linked)).trim()
  return /^[A-Za-z0-9][A-Za-z0-9 -]{5,40}$/.test(code) ? code : null
}

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
