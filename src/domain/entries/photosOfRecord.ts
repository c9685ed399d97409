import type { CopiedFromPaper, PhotoTaken } from './communeBodies.ts'
import { sheetSlot } from './copiedFromPaper.ts'
import type { Entry } from './entry.ts'

/**
 * The photos that were saved with a record, in order: a phone writes a record and then its photos, about the same subject.
 * `history`: all entries about that subject that are known here, taken back ones too, so that no record is jumped over.
 */
export const photosOfRecord = (record: Entry, history: readonly Entry[]): PhotoTaken[] => {
  const later = history.filter(({ device, n }) => device === record.device && n > record.n)
  const next = Math.min(...later.flatMap(({ kind, n }) => (kind === 'photo.taken' ? [] : [n])))
  return later
    .filter(({ kind, n }) => kind === 'photo.taken' && n < next)
    .sort((a, b) => a.n - b.n)
    .map(({ body }) => body as PhotoTaken)
}

/** Photo ids of all pages of the sheet that a record was copied from; the one it names is the first, come or not. */
export const sheetPages = (record: Entry, history: readonly Entry[]): string[] => {
  const first = (record.body as { copied?: CopiedFromPaper } | null)?.copied?.sheet
  if (first === undefined) return []
  const pages = photosOfRecord(record, history)
    .filter(({ slot }) => slot === sheetSlot)
    .map(({ photo }) => photo)
  return [...new Set([first, ...pages])]
}

/** The same of a check, which names its photos itself. */
export const sheetPagesOfCheck = ({
  copied,
  photos,
}: {
  copied?: CopiedFromPaper
  photos: { [slot: string]: string[] }
}): string[] => (copied?.sheet === undefined ? [] : [...new Set([copied.sheet, ...(photos[sheetSlot] ?? [])])])
