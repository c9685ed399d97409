import type { PackLoss, PackRefusal } from '../domain/maps/packRefusal.ts'
import type { ShareTrouble } from '../domain/maps/shareEnd.ts'
import { m } from './words/messages.js'

const refusals: { readonly [C in PackRefusal]: () => string } = {
  unreadable: m.map_unreadable,
  'not-a-map': m.map_not_a_map,
  'other-version': m.map_other_version,
  damaged: m.map_damaged,
  truncated: m.map_truncated,
  'unknown-compression': m.map_unknown_compression,
  'unknown-tiles': m.map_unknown_tiles,
  'other-area': m.map_other_area,
  'wrong-hash': m.map_wrong_hash,
  'no-room': m.map_no_room,
  full: m.map_full,
  'cannot-write': m.map_cannot_write,
  elsewhere: m.map_elsewhere,
  deleted: m.map_deleted,
  'not-offered': m.map_not_offered,
  'unknown-device': m.map_unknown_device,
  revoked: m.map_revoked,
  busy: m.map_busy,
  protocol: m.map_protocol,
}

/** Why a map pack did not come onto this phone: what happened, what is safe, what to do. */
export const packRefusalWords = (code: PackRefusal): string => refusals[code]()

/** A pack is not all here, and no word came from the endpoint. */
export const packNoSignalWords = (): string => m.map_no_signal()

/** Why a pack can't be opened. */
export const packLossWords = (why: PackLoss): string => (why === 'lost' ? m.map_lost() : m.map_not_here())

/** Asked before a file is taken in of which nobody here knows whether it is of the right area. */
export const packAreaWords = (title: string): string => m.map_area_ask({ title })

const shareTroubles: { readonly [T in ShareTrouble]: () => string } = {
  'from-elsewhere': m.map_share_from_elsewhere,
  'no-file': m.map_share_no_file,
  several: m.map_share_several,
  'no-room': m.map_share_no_room,
  full: m.map_share_full,
  'cannot-keep': m.map_share_cannot_keep,
  'no-worker': m.map_share_no_worker,
}

/** Why a map that was shared with the app doesn't wait here: what happened, what is safe, what to do. */
export const shareTroubleWords = (trouble: ShareTrouble): string => shareTroubles[trouble]()
