import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { buildOf } from '../../src/domain/build/buildView.ts'
import type { ContributionRecorded } from '../../src/domain/entries/communeBodies.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { judgeBody } from '../../src/domain/entries/judgeBody.ts'
import { mayTakeBack } from '../../src/domain/entries/mayTakeBack.ts'
import { contributionTotals } from '../../src/domain/money/contributionTotals.ts'
import { type OneOfEach, oneOfEach } from '../../src/domain/money/oneOfEach.ts'
import { anEntry } from '../support/anEntry.ts'

const seed = Number(process.env.SEED ?? 20_261_125)

const given = (id: string, ms: number, device: string, body: Partial<ContributionRecorded> = {}): FoldedEntry =>
  anEntry(
    'contribution.recorded',
    'c1',
    { source: 'family', form: 'money', state: 'handed-over', date: '2026-11-20', vnd: 1_000_000, ...body },
    { id, ms, device, person: device },
  )
/** Somebody says of `of` whether it is `entry`. */
const said = (ms: number, of: string, entry: string, same: boolean, more: Partial<ContributionRecorded> = {}) =>
  anEntry(
    'contribution.recorded',
    'c1',
    { source: 'family', form: 'money', state: 'handed-over', date: '2026-11-25', sameAs: { of, entry, same }, ...more },
    { id: `answer-${ms}`, ms, device: 'desk' },
  )
const taken = (ms: number, entry: string) =>
  anEntry('entry.voided', 'c1', { entry, kind: 'contribution.recorded', reason: 'nhầm' }, { ms })
const plan = anEntry('build.planned', 'c1', { for: { household: 'h1' }, type: 'house', work: 'new' }, { ms: 1 })

const found = (...entries: FoldedEntry[]): OneOfEach => {
  const state = emptyBookState('b')
  foldEntries(state, [plan, ...entries])
  return oneOfEach(buildOf(state, 'c1')?.contributions ?? [])
}
const family = (one: OneOfEach) => contributionTotals(one)[0]?.handedOver
const asked = ({ questions }: OneOfEach) => questions.map(({ asked, like }) => `${asked.entry}=${like.entry}?`)

it('[R-money-02] the same source and amount within seven days from another device is asked, and out of the totals', () => {
  const one = given('a', 10, 'lan')
  const other = (body: Partial<ContributionRecorded>, device = 'ha') => asked(found(one, given('b', 11, device, body)))
  expect(other({ date: '2026-11-27' })).toEqual(['b=a?'])
  expect(family(found(one, given('b', 11, 'ha')))?.vnd).toBe(1_000_000)
  // What is not asked: the same phone, eight days, another amount, a promise of as much, another source.
  expect(other({}, 'lan')).toEqual([])
  expect(other({ date: '2026-11-28' })).toEqual([])
  expect(other({ vnd: 1_000_001 })).toEqual([])
  expect(other({ state: 'promised' })).toEqual([])
  expect(other({ source: 'donor' })).toEqual([])
})

it('[R-money-02] labour is compared by its days, material by what, how much and in which unit, not by its worth', () => {
  const { form: _form, vnd: _vnd, ...rest } = given('a', 1, 'lan').body as ContributionRecorded
  const two = (a: Partial<ContributionRecorded>, b: Partial<ContributionRecorded>) =>
    asked(
      found(
        { ...given('a', 10, 'lan'), body: { ...rest, ...a } },
        { ...given('b', 11, 'ha'), body: { ...rest, ...b } },
      ),
    ).length
  const cement = { form: 'material', what: 'xi măng', quantity: 10, unit: 'bao' } as const
  expect(two({ form: 'labour', days: 2.5 }, { form: 'labour', days: 2.5 })).toBe(1)
  expect(two({ form: 'labour', days: 2.5 }, { form: 'labour', days: 3 })).toBe(0)
  expect(two(cement, { ...cement, what: 'Xi mang', vnd: 900_000 })).toBe(1)
  expect(two(cement, { ...cement, unit: 'tấn' })).toBe(0)
  expect(two(cement, { ...cement, quantity: 9 })).toBe(0)
})

it('[R-money-03] an answer names both, says no amount and adds none; a right one may be taken back', () => {
  const two = [given('a', 10, 'lan'), given('b', 11, 'ha')]
  const same = found(...two, said(20, 'b', 'a', true))
  expect([family(same)?.vnd, asked(same), same.repeats.map(({ entry }) => entry)]).toEqual([1_000_000, [], ['b']])
  const different = found(...two, said(20, 'b', 'a', false))
  expect([family(different)?.vnd, asked(different)]).toEqual([2_000_000, []])
  expect(asked(found(...two, said(20, 'b', 'a', true), taken(21, 'answer-20')))).toEqual(['b=a?'])
  const answer = said(20, 'b', 'a', true).body as ContributionRecorded
  expect(judgeBody('contribution.recorded', answer).ok).toBe(true)
  expect(judgeBody('contribution.recorded', { ...answer, vnd: 1_000_000 }).ok).toBe(false)
  expect(judgeBody('contribution.recorded', { ...answer, sameAs: { of: 'a', entry: 'a', same: true } }).ok).toBe(false)
})

it('[R-money-03] of two answers the later stands, in whatever order they come', () => {
  const two = [given('a', 10, 'lan'), given('b', 11, 'ha')]
  const [yes, no] = [said(20, 'b', 'a', true), said(21, 'a', 'b', false)]
  expect(family(found(...two, yes, no))?.vnd).toBe(2_000_000)
  expect(family(found(no, yes, ...two))?.vnd).toBe(2_000_000)
  expect(family(found(...two, yes, no, taken(22, no.id)))?.vnd).toBe(1_000_000)
})

it('[R-money-03] of three, being the same is passed on, also over one that was taken back since', () => {
  const three = [given('a', 10, 'lan'), given('b', 11, 'ha'), given('c', 12, 'hoa')]
  expect(asked(found(...three))).toEqual(['b=a?', 'c=a?'])
  const all = [said(20, 'b', 'a', true), said(21, 'c', 'b', true)]
  expect([family(found(...three, ...all))?.vnd, asked(found(...three, ...all))]).toEqual([1_000_000, []])
  // The one in the middle was written at the wrong house: the first still stands for the third.
  expect(family(found(...three, ...all, taken(30, 'b')))?.vnd).toBe(1_000_000)
  expect(family(found(...three, ...all, taken(30, 'a')))?.vnd).toBe(1_000_000)
  // Different from one is different from those that are the same as it.
  const apart = found(...three, said(20, 'b', 'a', true), said(21, 'c', 'a', false))
  expect([family(apart)?.vnd, asked(apart)]).toEqual([2_000_000, []])
  // Told apart from the first, the third may still be the second.
  expect(asked(found(...three, said(20, 'b', 'a', false), said(21, 'c', 'a', false)))).toEqual(['c=b?'])
})

it('[R-money-02] a handing-over that is out of the totals keeps no promise, and one of a promise written twice keeps it', () => {
  const promise = { state: 'promised' } as const
  const promises = [given('p', 5, 'lan', promise), given('q', 6, 'ha', promise)]
  const kept = given('a', 10, 'lan', { fulfils: 'q' })
  const open = contributionTotals(found(...promises, kept))[0]
  expect([open?.promised.vnd, open?.handedOver.vnd]).toEqual([1_000_000, 1_000_000])
  const settled = contributionTotals(found(...promises, kept, said(20, 'q', 'p', true, promise)))[0]
  expect([settled?.promised.vnd, settled?.handedOver.vnd]).toEqual([0, 1_000_000])
})

it('[R-money-04] an answer about money that is not one’s to record has no effect, nor is it taken back by who may not', () => {
  const two = [given('a', 10, 'lan', { source: 'donor' }), given('b', 11, 'ha', { source: 'donor' })]
  expect(asked(found(...two, said(20, 'b', 'a', true)))).toEqual(['b=a?'])
  expect(asked(found(...two, said(20, 'b', 'a', true, { source: 'donor' })))).toEqual([])
  const target = (source: string, form = 'money') => ({ kind: 'contribution.recorded', body: { source, form } })
  expect([mayTakeBack('recorder', target('donor')), mayTakeBack('inspector', target('counterpart'))]).toEqual([
    false,
    false,
  ])
  expect([mayTakeBack('district', target('donor')), mayTakeBack('recorder', target('donor', 'material'))]).toEqual([
    true,
    true,
  ])
  expect([mayTakeBack('recorder', target('family')), mayTakeBack('recorder', undefined)]).toEqual([true, true])
})

/** Some alike contributions, answers about any two of them, and voids of any of it. */
const history = fc
  .tuple(
    fc.array(fc.record({ device: fc.constantFrom('lan', 'ha', 'hoa'), day: fc.nat({ max: 16 }) }), { maxLength: 6 }),
    fc.array(fc.record({ of: fc.nat(5), entry: fc.nat(5), same: fc.boolean() }), { maxLength: 8 }),
    fc.array(fc.nat(14), { maxLength: 4 }),
  )
  .map(([amounts, answers, voids]) => {
    const written = [
      ...amounts.map(({ device, day }, at) =>
        given(`g${at}`, 10 + at, device, { date: `2026-11-${String(1 + day).padStart(2, '0')}` }),
      ),
      ...answers.map(({ of, entry, same }, at) => said(30 + at, `g${of}`, `g${entry}`, same)),
    ]
    return [...written, ...voids.flatMap((at) => (written[at] ? [taken(60 + at, written[at].id)] : []))]
  })

it(`[R-money-02, R-money-03, I5] in any order each amount is counted once or asked about, and answers end the asking (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      history.chain((entries) =>
        fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
      ),
      ([entries, shuffled]) => {
        const one = found(...entries)
        const short = ({ counted, questions, repeats }: OneOfEach) => [
          counted.map(({ entry }) => entry),
          questions.map(({ asked, like }) => [asked.entry, like.entry]),
          repeats.map(({ entry }) => entry),
        ]
        expect(short(found(...shuffled, ...entries))).toEqual(short(one))
        const standing = new Set(
          entries.filter(({ kind }) => kind === 'entry.voided').map(({ body }) => (body as { entry: string }).entry),
        )
        const amounts = entries.filter(({ id }) => id.startsWith('g') && !standing.has(id)).length
        // Nothing is lost and nothing twice.
        expect(one.counted.length + one.questions.length + one.repeats.length).toBe(amounts)
        expect(family(one)?.vnd ?? 0).toBe(one.counted.length * 1_000_000)
        if (amounts > 0) expect(one.counted.length).toBeGreaterThan(0)
        // Whoever answers what is asked comes to an end, and the sum never grows beyond what was written.
        let [now, told, at] = [one, [...entries], 100]
        while (now.questions.length > 0) {
          const [question] = now.questions
          told = [...told, said(at, question?.asked.entry ?? '', question?.like.entry ?? '', at % 2 === 0)]
          at += 1
          now = found(...told)
          expect(at).toBeLessThan(130)
        }
        expect(now.counted.length).toBeLessThanOrEqual(amounts)
      },
    ),
    { seed, numRuns: 400 },
  )
})
