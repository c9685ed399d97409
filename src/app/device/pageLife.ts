/** A name of this page for as long as it lives: another name means that the page was opened again since. */
export const pageLife: string = crypto.randomUUID()

/** What the phone says it is, without who uses it: system, model, browser. */
export const phoneModel = (): string => {
  const system = /\(([^)]{1,80})\)/.exec(navigator.userAgent)?.[1] ?? ''
  const browser = /(?:Chrome|Firefox|Version)\/\d+/.exec(navigator.userAgent)?.[0] ?? ''
  return [system, browser].filter((text) => text !== '').join('; ')
}
