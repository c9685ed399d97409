import { type Role, roles } from '../domain/entries/mayWrite.ts'
import { roleWords } from './roleWords.ts'
import { m } from './words/messages.js'

type Line = { what: string; who: string | null; detail: unknown }

/** Names of what the log knows by id only. */
export type AuditNames = {
  person(id: string): string | undefined
  /** Whose device that is. */
  device(id: string): string | undefined
  book(id: string): string
}

/** One line of the endpoint's log, as a person would tell it. */
export const auditWords = ({ what, who, detail }: Line, names: AuditNames): string => {
  const told = (detail ?? {}) as { [field: string]: unknown }
  const by = who === null ? m.admin_endpoint() : (names.device(who) ?? m.admin_somebody())
  const whose = names.device(textOf(told.device)) ?? m.admin_somebody()
  const person = names.person(textOf(told.person)) ?? m.admin_somebody()
  const reason = textOf(told.reason) || m.audit_no_reason()
  switch (what) {
    case 'person.invited':
      return m.audit_invited({ who: by, person, role: roleOf(told.role) })
    case 'device.enrolled':
      return m.audit_enrolled({ person, role: roleOf(told.role) })
    case 'device.enrolled-again':
      return m.audit_enrolled_again({ person })
    case 'device.confirmed':
      return m.audit_confirmed({ who: by, person: whose })
    case 'device.changed':
      return m.audit_changed({ who: by, person: whose, what: changed(told, names) })
    case 'device.revoked':
      return told.wipe === true
        ? m.audit_revoked_wipe({ who: by, person: whose })
        : m.audit_revoked({ who: by, person: whose })
    case 'held.admitted':
      return m.audit_admitted({ who: by, reason })
    case 'held.dismissed':
      return m.audit_dismissed({ who: by, reason })
    case 'bundle.taken':
      return m.carry_audit_taken({
        who: by,
        person: whose,
        entries: Number(told.entries ?? 0),
        photos: Number(told.photos ?? 0),
      })
    case 'page.given-back':
      return m.audit_given_back({ person: by, count: Number(told.brought ?? 0), book: names.book(textOf(told.book)) })
    case 'endpoint.restored':
      return m.audit_restored()
    case 'district.begun':
      return m.audit_begun()
    default:
      return m.audit_other({ who: by, what })
  }
}

const changed = (told: { [field: string]: unknown }, names: AuditNames): string => {
  const books = Array.isArray(told.books) ? told.books.map((id) => names.book(textOf(id))) : []
  const parts = [
    told.role === undefined ? '' : m.audit_changed_role({ role: roleOf(told.role) }),
    books.length === 0 ? '' : m.audit_changed_books({ books: books.join(', ') }),
  ]
  return parts.filter((text) => text !== '').join(' · ')
}

const roleOf = (value: unknown): string => {
  const role: Role | undefined = roles.find((one) => one === value)
  return role === undefined ? textOf(value) : roleWords[role]()
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
