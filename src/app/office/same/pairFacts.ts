import type { HouseholdFields } from '../../../domain/entries/communeBodies.ts'
import { plainText } from '../../../domain/names/plainText.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { fieldValueWords, fieldWords } from '../../../language/fieldWords.ts'
import { dayWords, numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import type { Side } from '../../store/queries/usePair.ts'

export type PairFact = { title: string; a: string; b: string; differs: boolean }

type Asked = {
  people(person: string): string
  area(id: string): string
  book(id: string): string
  today: string
}

/** What the two are known by; of poverty and health nothing stands here. */
const known = ['otherName', 'spouseName', 'birthYear', 'village', 'landmark', 'wayIn', 'members', 'phone'] as const

/** Line by line what was recorded of either, their names stand above; what neither says is no line. */
export const pairFacts = (a: Side, b: Side, asked: Asked): PairFact[] => [
  ...known
    .map((field) => fact(fieldWords(field), value(a, field, asked), value(b, field, asked)))
    .filter((one) => one.a !== unsaid || one.b !== unsaid),
  ...(a.household.book === b.household.book
    ? []
    : [fact(m.register_book(), asked.book(a.household.book), asked.book(b.household.book))]),
  fact(
    fieldWords('dwelling'),
    fieldValueWords('dwelling', a.household.living.dwelling, asked.area),
    fieldValueWords('dwelling', b.household.living.dwelling, asked.area),
  ),
  { title: m.same_visits(), a: visits(a, asked), b: visits(b, asked), differs: false },
  { title: m.same_build(), a: stage(a), b: stage(b), differs: false },
  { title: m.same_registered(), a: registered(a, asked), b: registered(b, asked), differs: false },
]

const unsaid = '–'

/** What only one side says differs from nothing. */
const fact = (title: string, a: string, b: string): PairFact => ({
  title,
  a: a || unsaid,
  b: b || unsaid,
  differs: a !== '' && b !== '' && plainText(a) !== plainText(b),
})

const value = ({ household }: Side, field: keyof HouseholdFields, { area }: Asked): string => {
  const held = household.fields[field]
  return held === undefined || held === null || held === '' ? '' : fieldValueWords(field, held, area)
}

const visits = ({ household: { visits: all } }: Side, { today }: Asked): string => {
  const [last] = all
  return last === undefined
    ? unsaid
    : m.same_visits_last({ count: numberWords(all.length), day: dayWords(last.date, today) })
}

const stage = ({ build }: Side): string => (build === undefined ? m.stage_none() : stageWords[build.stage]())

const registered = ({ household: { registered: one } }: Side, { people, today }: Asked): string =>
  [people(one.person), dayWords(dayOf(one.ms), today)].filter((text) => text !== '').join(' · ')
