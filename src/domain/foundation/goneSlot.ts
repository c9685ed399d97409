/** The slot of a family's own photo of an item that is no longer in sight. */
export const goneSlot = (item: string): string => `${prefix}${item}`

/** The item that such a photo shows; null for a photo of another slot. */
export const itemOfGoneSlot = (slot: string): string | null =>
  slot.startsWith(prefix) ? slot.slice(prefix.length) : null

const prefix = 'gone-'
