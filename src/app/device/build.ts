/** This app's version, as people tell it to the office. */
export const build: string = import.meta.env.VITE_BUILD
