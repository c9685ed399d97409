/** A page that lives holds a lock named after its version's entry script; it goes with the page, however it ends. */
const prefix = 'mai-am-page '

/** Says, for as long as this page lives, which version it runs. */
export const holdPage = (entryScript: string): void => {
  void navigator.locks.request(prefix + entryScript, { mode: 'shared' }, () => new Promise<void>(() => undefined))
}

/** The entry scripts of all pages that live now. */
export const livingPages = async (): Promise<string[]> => {
  const { held = [] } = await navigator.locks.query()
  return held.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
}
