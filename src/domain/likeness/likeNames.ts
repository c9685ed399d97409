/**
 * Are these plain names one, or may one be the other misheard: one letter in one word of two letters or more, or a word
 * between left out ("Lô Páo", "Lô Văn Páo")? The given name, the last word, is never left out.
 */
export const likeNames = (a: string, b: string): 'same' | 'like' | null => {
  if (a === '' || b === '') return null
  if (a === b) return 'same'
  const [one, other] = [a.split(' '), b.split(' ')]
  if (one.length === other.length) return differInOneLetter(one, other) ? 'like' : null
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return long.length - short.length === 1 && short.at(-1) === long.at(-1) && leavesOneOut(short, long) ? 'like' : null
}

const differInOneLetter = (one: readonly string[], other: readonly string[]): boolean => {
  if (one.length < 2) return false
  let at = 0
  while (one[at] === other[at]) at += 1
  for (let rest = at + 1; rest < one.length; rest += 1) if (one[rest] !== other[rest]) return false
  const [a = '', b = ''] = [one[at], other[at]]
  return a.length > 1 && b.length > 1 && oneEditApart(a, b)
}

const leavesOneOut = (short: readonly string[], long: readonly string[]): boolean =>
  short.length > 1 && long.some((_, at) => short.join(' ') === [...long.slice(0, at), ...long.slice(at + 1)].join(' '))

/** One letter put in, left out or changed. */
const oneEditApart = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)
}
