import type { Role } from '../../../src/domain/entries/mayWrite.ts'
import type { Chance } from '../../bench/chance.ts'
import { district } from './places.ts'

/**
 * What is to become of an entry whose device is known and not revoked: `accepted`, or held with this code, or kept on
 * the phone because no endpoint could read it. `scope`: accepted, or `not-your-book` where the books changed meanwhile.
 */
export type Due = 'accepted' | 'newer' | 'invalid' | 'unreadable' | 'not-your-book' | 'not-your-role'

export type Writing = {
  book: string
  kind: string
  subject: string
  body: unknown
  more?: object
  newer?: true
  due: Due
}

/** What people have written about so far, by book: ids of subjects and entries, whoever has seen them. */
export type Written = {
  households: string[]
  builds: string[]
  entries: { id: string; kind: string; subject: string }[]
}

type Ask = { chance: Chance; book: string; role: Role; written: Written; id: () => string }

/** Something that somebody writes into that book: mostly of today's kinds, sometimes of tomorrow's, now and then wrong. */
export const aWriting = ({ chance, book, role, written, id }: Ask): Writing => {
  const made = chance.yes(0.08) ? odd(chance, written, id) : usual(chance, role, written, id)
  if (book !== district) return { book, ...made }
  // Only the office writes the district's kinds there; kinds that nobody knows yet are anybody's where they may write.
  return role === 'district' || role === 'admin'
    ? {
        book,
        kind: 'team.formed',
        subject: id(),
        body: { title: `tổ ${chance.below(99)}`, kind: 'working-group', members: [], ...extra(chance) },
        due: 'accepted',
      }
    : { book, ...made, due: made.due === 'accepted' ? 'not-your-role' : made.due }
}

type Made = Omit<Writing, 'book'>

const usual = (chance: Chance, role: Role, written: Written, id: () => string): Made => {
  // Most is about the latest ones: what meets is what may go wrong.
  const latest = written.households.slice(-3)
  const household = chance.oneOf([...latest, ...latest, ...written.households, id()])
  const build = chance.oneOf([...written.builds, ...written.builds, id()])
  const well = (kind: string, subject: string, body: object): Made => ({
    kind,
    subject,
    body: { ...body, ...extra(chance) },
    ...(chance.yes(0.1) ? { more: { signedBy: strange(chance), 'field-of-tomorrow': null } } : {}),
    due: 'accepted',
  })
  const past = written.entries.filter(({ kind }) => kind !== 'entry.voided' && kind !== 'contribution.recorded')
  const reviews = role !== 'recorder'
  switch (chance.below(14)) {
    case 0:
    case 1:
      return well('household.registered', id(), {
        headName: chance.oneOf(['Lô Văn Páo', 'Vừ Bá Chò', 'Moong Thị Xoan']),
        village: `bản-${chance.below(3)}`,
        members: 1 + chance.below(9),
        phone: `09${10_000_000 + chance.below(9999)}`,
      })
    case 2:
    case 3:
    case 4: {
      const base = chance.oneOf([null, ...written.entries.filter(({ subject }) => subject === household)])
      const field = chance.oneOf(['phone', 'members', 'landmark', 'dwelling'])
      const value = {
        phone: `09${10_000_000 + chance.below(9)}`,
        members: 1 + chance.below(4),
        landmark: `cạnh ${chance.below(4)}`,
        dwelling: chance.oneOf(['tent', 'lodging', null]),
      }[field]
      const settles = chance.yes(0.2) && base !== null ? { settles: [base.id] } : {}
      return well('household.amended', household, { set: { [field]: { value, base: base?.id ?? null } }, ...settles })
    }
    case 5:
      return well('visit.recorded', household, { date: day(chance), outcome: 'met-head', purposes: [] })
    case 6:
      return well('note.added', household, { text: chance.oneOf(['dột', 'đã dỡ nhà cũ', 'Nền 🏠 thấp', 'a\u0301']) })
    case 7:
      return well('build.planned', id(), { for: { household }, type: 'house', work: 'new' })
    case 8:
      return well('build.advanced', build, {
        stage: chance.oneOf(['foundation', 'frame', 'closed-in']),
        date: day(chance),
      })
    case 9:
      return well('foundation.checked', build, {
        checklist: { id: 'foundation', version: 1 },
        sitting: 'done',
        date: day(chance),
        answers: {},
        photos: {},
        verdict: chance.oneOf(['passed', 'failed']),
      })
    case 10: {
      const check = chance.oneOf([
        { id: id(), subject: build },
        ...past.filter(({ kind }) => kind === 'foundation.checked'),
      ])
      if (!reviews) return well('note.added', build, { text: 'đợi duyệt' })
      return {
        ...well('foundation.reviewed', check.subject, { check: check.id, decision: 'accepted' }),
        // One's own check is held: who made it is not known here.
        due: 'not-your-role',
      }
    }
    case 11:
      return well('contribution.recorded', build, {
        source: 'family',
        form: 'labour',
        state: 'handed-over',
        date: day(chance),
        days: 1 + chance.below(5),
      })
    case 12: {
      const target = chance.oneOf(past.length > 0 ? past : [{ id: id(), kind: 'note.added', subject: household }])
      const may = reviews || !['foundation.reviewed', 'household.merged', 'household.moved'].includes(target.kind)
      const kind = may ? target.kind : 'note.added'
      return well('entry.voided', target.subject, { entry: target.id, kind, reason: 'ghi nhầm' })
    }
    default:
      return reviews
        ? well('household.merged', household, { into: chance.oneOf([...written.households, id()]) })
        : well('note.added', household, { text: 'thử' })
  }
}

/** What comes from a newer app, from a broken one, or from nobody's idea of an entry. */
const odd = (chance: Chance, written: Written, id: () => string): Made => {
  const subject = chance.oneOf([...written.households, id()])
  switch (chance.below(10)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return { kind: chance.oneOf(['roof.measured', 'tomorrow.kind']), subject, body: strange(chance), due: 'accepted' }
    case 4:
      return {
        kind: 'visit.recorded',
        subject,
        body: { date: day(chance), outcome: 'met-head', purposes: [], newer: strange(chance) },
        newer: true,
        due: 'newer',
      }
    case 5:
      return { kind: 'roof.measured', subject, body: { text: 'nửa \ud83d chữ' }, due: 'invalid' }
    case 6:
      return { kind: 'note.added', subject, body: { text: 'số không \u0000' }, due: 'invalid' }
    case 7:
      return {
        kind: 'visit.recorded',
        subject,
        body: { date: '2026-13-77', outcome: 'met-head', purposes: [] },
        due: 'invalid',
      }
    case 8:
      return { kind: 'note.added', subject, body: { text: 'x', weight: 'n'.repeat(70_000) }, due: 'unreadable' }
    default:
      return { kind: 'tomorrow.kind', subject, body: deep(40), due: 'unreadable' }
  }
}

const extra = (chance: Chance): object =>
  chance.yes(0.15) ? { tomorrow: strange(chance), 'z-9': chance.below(9) } : {}

/** JSON that this build reads nowhere and must keep to the byte, canonically. */
const strange = (chance: Chance): unknown =>
  chance.oneOf<unknown>([
    { b: [1e21, 0.1, -5e-324, 9007199254740991, 1.0], a: { '': null, é: 'e\u0301', '\u2028': '\u2028' } },
    JSON.parse('{"__proto__":{"x":1},"constructor":"c","toString":null,"10":"b","9":"a"}'),
    ['€', '😀', '\\u0061', '"', '\t', [[[]]], {}],
    'chỉ một câu',
    -17.25,
    true,
  ])

const deep = (levels: number): unknown => (levels === 0 ? 'đáy' : { in: deep(levels - 1) })

const day = (chance: Chance): string => `2026-${String(1 + chance.below(11)).padStart(2, '0')}-1${chance.below(9)}`
