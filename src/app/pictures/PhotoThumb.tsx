import type { PhotoTaken } from '../../domain/entries/communeBodies.ts'
import { m } from '../../language/words/messages.js'
import { PhotoFrame } from '../../ui/PhotoFrame.tsx'
import { usePicture } from './usePicture.ts'

type Props = {
  body: PhotoTaken
  title: string
  /** The title is only read out: it stands beside the photo. */
  quiet?: boolean
  open(): void
}

/** A photo's preview on a button that opens it; what is not here yet says so. */
export const PhotoThumb = ({ body, title, quiet = false, open }: Props) => {
  const picture = usePicture(body.bytesKept === false ? null : body.preview.sha256)
  return (
    <button type="button" className="thumb" onClick={open} aria-label={m.photo_see({ title })}>
      <PhotoFrame url={picture.at === 'here' ? picture.url : null} thumbhash={body.thumbhash} alt="" />
      {!quiet && <span className="thumb-title">{title}</span>}
      {picture.at === 'elsewhere' && body.bytesKept !== false && (
        <span className="thumb-away">{m.photo_elsewhere()}</span>
      )}
    </button>
  )
}
