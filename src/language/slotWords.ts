import { sheetSlot } from '../domain/entries/copiedFromPaper.ts'
import type { ChecklistPublished, Words } from '../domain/entries/districtBodies.ts'
import { itemOfGoneSlot } from '../domain/foundation/goneSlot.ts'
import { chosenWords } from './locale.ts'
import { m } from './words/messages.js'

/** What a photo shows, by its slot: the checklist's own title, or that of a slot every form may have. */
export const slotWords = (slot: string, title: Words | null, checklist: ChecklistPublished | null = null): string => {
  if (title !== null) return chosenWords(title)
  if (slot === sheetSlot) return m.paper_sheet()
  const gone = itemOfGoneSlot(slot)
  if (gone === null) return slot === 'other' ? m.photo_other() : m.photo_title()
  const item = checklist?.items.find(({ id }) => id === gone)
  return item === undefined ? m.check_family_photo() : m.check_gone_photo({ item: chosenWords(item.title) })
}
