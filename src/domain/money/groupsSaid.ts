import type { Contribution } from './contribution.ts'

/** Which contributions people said to be one, and which to be two. */
export type Groups = {
  /** A name for those said to be the same as this one; its own id where nobody said anything. */
  of(entry: string): string
  /** Was it said that these two, or others that are the same as they, are different? */
  parted(a: string, b: string): boolean
}

/**
 * The later answer stands: taken latest first, each has its effect unless it contradicts those taken before, so the
 * order in which they came makes no difference [I5]. Being the same is passed on over a third, also over one that was
 * taken back since. An answer about another source or form than its own has no effect: it was judged by its own.
 */
export const groupsSaid = (all: readonly Contribution[]): Groups => {
  const known = new Map(all.map((one) => [one.entry, one]))
  const parents = new Map<string, string>()
  const apart: [string, string][] = []
  const of = (entry: string): string => {
    const parent = parents.get(entry)
    return parent === undefined ? entry : of(parent)
  }
  const parted = (a: string, b: string): boolean => {
    const [one, other] = [of(a), of(b)]
    return apart.some(([x, y]) => (of(x) === one && of(y) === other) || (of(x) === other && of(y) === one))
  }
  const said = all.filter(({ body }) => body.sameAs !== undefined).sort(latestFirst)
  for (const answer of said) {
    const { entry, same, of: about = answer.entry } = answer.body.sameAs ?? { entry: '', same: false }
    const mayJudge = [entry, about].every((id) => isLike(answer, known.get(id)))
    if (!mayJudge || of(entry) === of(about) || parted(entry, about)) continue
    if (same) parents.set(of(entry), of(about))
    else apart.push([entry, about])
  }
  return { of, parted }
}

const isLike = ({ body }: Contribution, other: Contribution | undefined): boolean =>
  other === undefined || (other.body.source === body.source && other.body.form === body.form)

const latestFirst = (a: Contribution, b: Contribution): number =>
  a.stamp === b.stamp ? (a.entry < b.entry ? 1 : -1) : a.stamp < b.stamp ? 1 : -1
