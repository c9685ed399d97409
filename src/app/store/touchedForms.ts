/** The forms of this page that somebody has begun to fill and not left: no new version is offered meanwhile [L11]. */
const touched = new Set<string>()
const listeners = new Set<() => void>()

export const formTouched = (key: string): void => {
  if (touched.has(key)) return
  touched.add(key)
  for (const tell of [...listeners]) tell()
}

export const formLeft = (key: string): void => {
  if (!touched.delete(key)) return
  for (const tell of [...listeners]) tell()
}

export const someFormTouched = (): boolean => touched.size > 0

/** Returns the function that stops listening. */
export const onTouchedForms = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
