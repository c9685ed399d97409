/** The moment of an entry's clock, in ms since 1970. */
export const clockMs = (at: string): number => Number.parseInt(at.slice(0, 12), 16)
