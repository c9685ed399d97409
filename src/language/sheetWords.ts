import { m } from './words/messages.js'

/** "Tờ giấy", or of several pages which of how many. */
export const sheetPageWords = (at: number, of: number): string =>
  of === 1 ? m.paper_sheet() : m.paper_sheet_page({ at, of })
