import { codeFromLink } from './codeFromLink.ts'

let code: string | null = null
const listeners = new Set<() => void>()

/** Takes the code of an enrol link out of the address bar and this tab's history, at once and for every later link. */
export const watchLinks = (): void => {
  take()
  window.addEventListener('hashchange', take)
}

export const linkedCode = (): string | null => code

export const forgetLinkedCode = (): void => set(null)

/** Returns the function that stops listening. */
export const onLinkedCode = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

const take = (): void => {
  if (!location.hash.startsWith('#enrol=')) return
  const linked = codeFromLink(location.hash)
  history.replaceState(history.state, '', location.pathname + location.search)
  set(linked)
}

const set = (next: string | null): void => {
  code = next
  for (const tell of [...listeners]) tell()
}
