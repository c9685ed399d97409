import type { Role } from '../domain/entries/mayWrite.ts'
import { m } from './words/messages.js'

export const roleWords: { [R in Role]: () => string } = {
  recorder: m.people_role_recorder,
  inspector: m.people_role_inspector,
  district: m.people_role_district,
  admin: m.people_role_admin,
}
