import type { Location } from '../../domain/place/location.ts'
import type { Actor } from './cast.ts'
import type { Scene } from './scene.ts'

/**
 * A photo's capture record. While drawn pictures last it carries one; all others say that their bytes were never kept
 * (`bytesKept: false`), as a camera's picture of the same place would have been.
 */
export const tellPhoto = (
  { story, chance, pictures }: Scene,
  {
    photo,
    slot,
    subject,
    by,
    ms,
    location,
    caption,
    shown,
  }: {
    photo: string
    slot: string
    subject: string
    by: Actor
    ms: number
    location: Location
    caption?: string
    /** Somebody will look at it in the trial: it may have one of the drawn pictures. */
    shown: boolean
  },
): void => {
  const drawn = shown ? pictures.drawn(slot, story.book) : null
  const picture = drawn ?? {
    sha256: chance.hex(32),
    bytes: chance.between(150_000, 295_000),
    width: 1600,
    height: 1200,
    thumbhash: pictures.thumbhash(slot, chance),
  }
  const { sha256, bytes, width, height, thumbhash } = picture
  const body = {
    photo,
    sha256,
    bytes,
    width,
    height,
    mime: 'image/jpeg' as const,
    preview: drawn === null ? { sha256: chance.hex(32), bytes: chance.between(9_000, 19_000) } : { sha256, bytes },
    thumbhash,
    takenAt: new Date(ms - chance.between(1, 9) * 60_000).toISOString(),
    location,
    ...(caption === undefined ? { slot } : { caption }),
    consent: true,
  }
  story.tell(
    ms,
    by,
    'photo.taken',
    subject,
    drawn === null ? { ...body, source: 'camera', bytesKept: false } : { ...body, source: 'drawn' },
    chance,
  )
}
