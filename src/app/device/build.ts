/** This app's version, as people tell it to the office. */
export const build: string = import.meta.env.VITE_BUILD

/** By which rules books are folded and lists made: another one for every change of them. */
export const foldVersion: string = import.meta.env.VITE_FOLD

/** When it was built (the day's beginning, ms since 1970); before that it can't be. 0 where nobody built it. */
export const builtMs: number = Date.parse(import.meta.env.VITE_BUILT ?? '') || 0
