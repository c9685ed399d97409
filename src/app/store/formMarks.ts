/** Which forms of this page are marked, and a word to whoever draws by it. */
const formMarks = () => {
  const marked = new Set<string>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  return {
    mark: (form: string): void => {
      if (marked.has(form)) return
      marked.add(form)
      tell()
    },
    clear: (form: string): void => {
      if (marked.delete(form)) tell()
    },
    some: (): boolean => marked.size > 0,
    /** Returns the function that stops listening. */
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Begun by somebody and not left: no new version is offered meanwhile [L11]. */
export const touchedForms = formMarks()

/** With something typed that is not on the disk yet: another app is opened when none is, for it may kill the page [L12]. */
export const unwrittenForms = formMarks()
