import type { PhotoTaken } from '../../domain/entries/communeBodies.ts'
import { m } from '../../language/words/messages.js'
import { PhotoFrame } from '../../ui/PhotoFrame.tsx'
import { usePicture } from './usePicture.ts'

/** A photo's preview on a button that opens it; what is not here yet says so. */
export const PhotoThumb = ({ body, title, open }: { body: PhotoTaken; title: string; open(): void }) => {
  const picture = usePicture(body.bytesKept === false ? null : body.preview.sha256)
  return (
    <button type="button" className="thumb" onClick={open} aria-label={m.photo_see({ title })}>
      <PhotoFrame url={picture.at === 'here' ? picture.url : null} thumbhash={body.thumbhash} alt="" />
      <span className="thumb-title">{title}</span>
      {picture.at === 'elsewhere' && (
        <span className="thumb-away">{body.bytesKept === false ? m.photo_not_kept() : m.photo_elsewhere()}</span>
      )}
    </button>
  )
}
