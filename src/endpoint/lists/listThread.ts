import { parentPort } from 'node:worker_threads'
import { constants, deflateRawSync } from 'node:zlib'
import { type BookState, emptyBookState, foldEntries } from '../../domain/book/bookState.ts'
import type { StampedEntry } from '../../domain/entries/entry.ts'
import { checklistsIn } from '../../domain/foundation/checklists.ts'
import { packRows } from '../../domain/lists/packedRows.ts'
import {
  type DistrictState,
  districtEntries,
  emptyDistrictState,
  foldDistrict,
} from '../../domain/people/districtState.ts'
import { deflatedRest, joinBody } from '../../wire/columns/columnBody.ts'
import { ColumnWriter } from '../../wire/columns/columnWriter.ts'
import { writeList } from '../../wire/columns/listColumns.ts'

/**
 * A thread of its own: folding a commune takes a third of a second, and hand-ins must not wait for it. `begin` with the
 * district's checklists, `entries` in the order of the book, as stored texts with seq and stamp; `end` is answered with
 * the list as it goes out.
 */
export type ToListThread =
  | { at: 'begin'; book: string; district: readonly string[] }
  | { at: 'entries'; texts: readonly string[] }
  | { at: 'end'; seq: number; digest: string }

let state: BookState = emptyBookState('')
let district: DistrictState = emptyDistrictState('')

parentPort?.on('message', (message: ToListThread) => {
  switch (message.at) {
    case 'begin':
      state = emptyBookState(message.book)
      district = emptyDistrictState('')
      foldDistrict(district, message.district.map(entryOf))
      return
    case 'entries':
      foldEntries(state, message.texts.map(entryOf))
      return
    case 'end':
      parentPort?.postMessage(listOf(message.seq, message.digest))
      state = emptyBookState('')
  }
})

const entryOf = (text: string): StampedEntry => JSON.parse(text) as StampedEntry

const listOf = (seq: number, digest: string): Uint8Array => {
  const checklists = districtEntries(district, 'checklist.published')
    .map(({ id }) => id)
    .join()
  const out = new ColumnWriter()
  writeList(out, { book: state.book, seq, digest, checklists, text: packRows(state, checklistsIn(district)) })
  const { bits, rest } = out.end()
  return joinBody(deflatedRest, bits, deflateRawSync(rest, { level: constants.Z_BEST_COMPRESSION }))
}
