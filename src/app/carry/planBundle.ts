import { type ItemHead, itemHeadBytes } from '../../wire/bundle/items.ts'
import { bundleLimits } from '../../wire/bundle/layout.ts'
import { hasPhotoBytes } from '../store/photoBytes.ts'
import type { PhotoRow } from '../store/photoRows.ts'
import type { Database, OwnEntry } from '../store/tables.ts'

/** What a sealed file of now would hold. `left`: photos that did not fit, or whose bytes are not here. */
export type Plan = { entries: OwnEntry[]; pictures: ItemHead[]; photos: number; left: number }

/** Room kept for entries, certificate, tags and the rest. */
const roomForPictures = bundleLimits.bytes - bundleLimits.packedBytes - 1024 * 1024

/** All that has no receipt: entries that wait or were kept aside, then photos, every preview first, newest first. */
export const planBundle = async (database: Database): Promise<Plan> => {
  const entries = await database.own.where('state').notEqual('handed-in').sortBy('n')
  const rows = await database.photos.where('state').anyOf('waiting', 'aside').toArray()
  const newestFirst = rows.sort((a, b) => (a.photo < b.photo ? 1 : -1))
  const pictures: ItemHead[] = []
  const missing = new Set<string>()
  let bytes = 0
  for (const { photo, head } of [...newestFirst.flatMap(previewOf), ...newestFirst.flatMap(evidenceOf)]) {
    const fits = bytes + head.bytes + itemHeadBytes <= roomForPictures && pictures.length < bundleLimits.items - 1
    if (!fits || !(await hasPhotoBytes(database, head.sha256, head.bytes))) {
      missing.add(photo)
      continue
    }
    bytes += head.bytes + itemHeadBytes
    pictures.push(head)
  }
  return {
    entries: entries.slice(0, bundleLimits.entries),
    pictures,
    photos: rows.length - missing.size,
    left: missing.size,
  }
}

type Picture = { photo: string; head: ItemHead }

const previewOf = ({ photo, preview, body }: PhotoRow): Picture[] =>
  preview.at === 'safe' ? [] : [{ photo, head: { kind: 'preview', ...body.preview } }]

const evidenceOf = ({ photo, evidence, body: { sha256, bytes } }: PhotoRow): Picture[] =>
  evidence.at === 'safe' ? [] : [{ photo, head: { kind: 'evidence', sha256, bytes } }]
