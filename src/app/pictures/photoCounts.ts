import type { PhotoRow } from '../store/photoRows.ts'

export type PhotoCounts = { total: number; safe: number; waiting: number; aside: number; bytesLeft: number }

/** How many photos are safe by receipt [L3], and how many bytes are still to be sent. */
export const photoCounts = (rows: readonly PhotoRow[]): PhotoCounts => {
  const count = (state: PhotoRow['state']) => rows.filter((row) => row.state === state).length
  const left = rows.reduce((sum, { preview, evidence, body }) => {
    const ofPreview = preview.at === 'waiting' ? body.preview.bytes : 0
    return sum + ofPreview + (evidence.at === 'waiting' ? body.bytes : 0)
  }, 0)
  return { total: rows.length, safe: count('safe'), waiting: count('waiting'), aside: count('aside'), bytesLeft: left }
}
