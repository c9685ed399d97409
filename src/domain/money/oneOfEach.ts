import { areAlike } from './areAlike.ts'
import { type Contribution, isAnswer } from './contribution.ts'
import { type Groups, groupsSaid } from './groupsSaid.ts'

/** "Có phải cùng một khoản?": `asked` was written later and is out of the totals until somebody says. */
export type Question = { asked: Contribution; like: Contribution }

/** A house's contributions with each amount once, in the order in which they were written. */
export type OneOfEach = {
  /** What the totals are made of. */
  counted: Contribution[]
  /** One for each that is out of the totals and may be another. */
  questions: Question[]
  /** Said to be one that is counted, or one that is asked about. */
  repeats: Contribution[]
  /** What people said, latest first, whether it still has an effect or not. */
  answers: Contribution[]
  /** The entry that stands for this one: itself, or the first of those said to be the same. */
  standsFor(entry: string): string
}

/**
 * Counts each amount once. Those said to be the same are one, which the first written of them stands for, also over a
 * third or one taken back since; one that may be the same as an earlier one and wasn't told apart from it waits [R-money-02].
 */
export const oneOfEach = (all: readonly Contribution[]): OneOfEach => {
  const written = all.filter((one) => !isAnswer(one)).sort(byWriting)
  const groups = groupsSaid(all)
  const first = new Map<string, Contribution>()
  const found: OneOfEach = {
    counted: [],
    questions: [],
    repeats: [],
    answers: all.filter(isAnswer).sort(byWriting).reverse(),
    standsFor: (entry) => first.get(groups.of(entry))?.entry ?? entry,
  }
  for (const one of written) {
    const group = groups.of(one.entry)
    if (first.has(group)) {
      found.repeats.push(one)
      continue
    }
    const question = questionAbout(written, group, groups, first)
    first.set(group, one)
    if (question === null) found.counted.push(one)
    else found.questions.push(question)
  }
  return found
}

/** The first of those of earlier groups that a member of this group may be, undecided; the group waits for it. */
const questionAbout = (
  written: readonly Contribution[],
  group: string,
  groups: Groups,
  earlier: ReadonlyMap<string, Contribution>,
): Question | null => {
  const members = written.filter(({ entry }) => groups.of(entry) === group)
  for (const like of written) {
    if (!earlier.has(groups.of(like.entry)) || groups.parted(group, like.entry)) continue
    const asked = members.find((member) => areAlike(member, like))
    if (asked !== undefined) return { asked, like }
  }
  return null
}

const byWriting = (a: Contribution, b: Contribution): number =>
  a.stamp === b.stamp ? (a.entry < b.entry ? -1 : 1) : a.stamp < b.stamp ? -1 : 1
