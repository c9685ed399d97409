import { plainText } from './plainText.ts'

/** One thing by which neighbours tell people of one name apart. */
export type Mark =
  | { by: 'spouse'; name: string }
  | { by: 'birth-year'; year: number }
  | { by: 'other-name'; name: string }
  | { by: 'landmark'; text: string }
  /** Nothing written down so far tells this one from another: something should be added. */
  | { by: 'nothing' }

export type Known = {
  spouseName?: string | null
  birthYear?: number | null
  otherName?: string | null
  landmark?: string | null
}

/**
 * What tells each of these people of one name from all the others: the fewest marks, and of as many the ones that are
 * said first (spouse, birth year, other name, landmark). Two wives of one name tell nobody apart, so the birth year is
 * taken, or both together. Who has nothing of their own gets all that is known, and `nothing` behind it.
 */
export const tellApart = (people: readonly Known[]): Mark[][] => {
  const all = people.map(marksOf)
  const counts = new Map<string, number>()
  for (const marks of all)
    for (const some of combinations(marks)) counts.set(keyOf(some), (counts.get(keyOf(some)) ?? 0) + 1)
  return all.map(
    (marks) => combinations(marks).find((some) => counts.get(keyOf(some)) === 1) ?? [...marks, { by: 'nothing' }],
  )
}

/** Known marks in the order in which people say them. */
const marksOf = ({ spouseName, birthYear, otherName, landmark }: Known): Mark[] => [
  ...(spouseName?.trim() ? [{ by: 'spouse', name: spouseName.trim() } as const] : []),
  ...(birthYear ? [{ by: 'birth-year', year: birthYear } as const] : []),
  ...(otherName?.trim() ? [{ by: 'other-name', name: otherName.trim() } as const] : []),
  ...(landmark?.trim() ? [{ by: 'landmark', text: landmark.trim() } as const] : []),
]

/** Every choice of some of the marks: one before two, then in their order. At most four marks, so at most fifteen. */
const combinations = (marks: readonly Mark[]): Mark[][] =>
  Array.from({ length: 2 ** marks.length - 1 }, (_, at) => marks.filter((_, bit) => (at + 1) & (1 << bit)))
    .map((some) => ({ some, places: some.map((mark) => marks.indexOf(mark)).join('') }))
    .sort((a, b) => a.some.length - b.some.length || (a.places < b.places ? -1 : 1))
    .map(({ some }) => some)

/** Alike without diacritics is alike: nobody hears the difference. */
const keyOf = (marks: readonly Mark[]): string => marks.map(textOf).join('|')

const textOf = (mark: Mark): string => {
  if (mark.by === 'birth-year') return `${mark.by}:${mark.year}`
  if (mark.by === 'landmark') return `${mark.by}:${plainText(mark.text)}`
  return mark.by === 'nothing' ? '' : `${mark.by}:${plainText(mark.name)}`
}
