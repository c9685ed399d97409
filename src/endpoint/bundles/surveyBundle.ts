import { photoLimits } from '../../wire/messages/photos.ts'
import type { EndpointKeys } from '../keys/endpointKeys.ts'
import { sha256Hex } from '../keys/sha256.ts'
import type { Picture } from '../shelf/notePicture.ts'
import { pictureKind } from '../shelf/pictureKind.ts'
import type { BundleFile } from './bundleFile.ts'
import { type BundleItem, bundleItems } from './bundleItems.ts'
import { unpackEntries } from './unpackEntries.ts'
import { unseal } from './unseal.ts'

/** What a bundle holds, proved to its last frame; nothing of it has been taken in yet. */
export type Survey = {
  entries: unknown[]
  /** As the author's device holds it; null where there is none. */
  certificate: unknown
  /** Pictures that may stand on the shelf, by hash. What is none, or too large, is left out [L1]. */
  pictures: Map<string, Picture>
}

export const surveyBundle = async (file: BundleFile, keys: EndpointKeys): Promise<Survey> => {
  const survey: Survey = { entries: [], certificate: null, pictures: new Map() }
  for await (const part of bundleItems(unseal(file, keys))) {
    if ('entries' in part) survey.entries = unpackEntries(part.entries)
    else if (part.item.kind === 'certificate') survey.certificate = jsonOf(part.item.bytes)
    else {
      const picture = pictureOf(part.item)
      if (picture !== null) survey.pictures.set(picture.sha256, picture)
    }
  }
  return survey
}

/** The same checks as an upload's: the hash that was said, a picture by its bytes, not too many pixels. */
const pictureOf = ({ kind: item, sha256, bytes }: BundleItem): Picture | null => {
  if (item === null || bytes === null || sha256Hex(bytes) !== sha256) return null
  const kind = pictureKind(bytes)
  return kind === null || kind.width * kind.height > photoLimits.pixels ? null : { sha256, bytes: bytes.length, kind }
}

const jsonOf = (bytes: Buffer | null): unknown => {
  try {
    return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as unknown)
  } catch {
    return null
  }
}
