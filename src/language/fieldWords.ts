import type { HouseholdFields } from '../domain/entries/communeBodies.ts'
import { dwellingWords } from './codeWords.ts'
import { m } from './words/messages.js'

type Field = Exclude<keyof HouseholdFields, 'poverty'>

const titles: { [F in Field]: () => string } = {
  headName: m.register_head,
  gender: m.field_gender,
  birthYear: m.register_born,
  otherName: m.field_other_name,
  spouseName: m.register_spouse,
  spouseBirthYear: m.field_spouse_born,
  village: m.register_village,
  members: m.register_members,
  ethnicity: m.field_ethnicity,
  language: m.field_language,
  phone: m.register_phone,
  landmark: m.field_landmark,
  wayIn: m.household_way,
  location: m.field_location,
  dwelling: m.register_dwelling,
  dwellingSince: m.field_dwelling_since,
  oldHouseDown: m.field_old_house_down,
  note: m.field_note,
}

const genderWords = { woman: m.gender_woman, man: m.gender_man, unsaid: m.unknown }

/** A field of a household as people call it. */
export const fieldWords = (field: string): string => titles[field as Field]?.() ?? m.field_other()

/** A field's value as people say it; `village` gives an area's title. */
export const fieldValueWords = (field: string, value: unknown, village: (id: string) => string): string => {
  if (value === null || value === undefined || value === '') return m.field_empty()
  // [R-family-01] what two people wrote of it is told apart by who wrote it, never by the word itself.
  if (titles[field as Field] === undefined) return m.field_not_shown()
  if (field === 'gender') return genderWords[value as keyof typeof genderWords]?.() ?? String(value)
  if (typeof value === 'boolean') return value ? m.yes() : m.no()
  if (field === 'dwelling') return dwellingWords[value as keyof typeof dwellingWords]?.() ?? String(value)
  if (field === 'village') return village(String(value))
  if (typeof value === 'object') return 'missing' in value ? m.place_no_fix() : m.field_place_known()
  return String(value)
}
