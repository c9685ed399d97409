import type { BookCursor, Enrolment } from './tables.ts'

/** The communes whose books may be or are here, one's own first: as they were given, then what is held besides. */
export const communesOf = (enrolment: Enrolment | null, cursors: readonly BookCursor[]): string[] => {
  const [district, ...given] = (enrolment?.books ?? []).map(({ id }) => id)
  const held = cursors.map(({ book }) => book)
  return [...new Set([...given, ...held])].filter((book) => book !== district)
}
