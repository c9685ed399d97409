import { captureWords } from '../../../language/photoWords.ts'
import { m } from '../../../language/words/messages.js'
import { PhotoFrame } from '../../../ui/PhotoFrame.tsx'
import type { Shown } from '../../pictures/PhotoViewer.tsx'
import { usePicture } from '../../pictures/usePicture.ts'
import { useMe } from '../../store/queries/useMe.ts'

type Props = { shown: Shown; whole(): void }

/** One photo as large as its place beside the checklist, with its capture record; the preview until the whole came. */
export const LargePhoto = ({ shown: { body, title }, whole }: Props) => {
  const me = useMe()
  const kept = body.bytesKept !== false
  const preview = usePicture(kept ? body.preview.sha256 : null)
  const evidence = usePicture(kept ? body.sha256 : null)
  const url = evidence.at === 'here' ? evidence.url : preview.at === 'here' ? preview.url : null
  const why = kept ? m.photo_elsewhere() : m.photo_not_kept()
  return (
    <figure className="large-photo">
      <button type="button" className="enlarge" aria-label={m.review_photo_enlarge({ title })} onClick={whole}>
        <PhotoFrame url={url} thumbhash={body.thumbhash} alt={title} />
      </button>
      <figcaption>
        <strong>{title}</strong>
        <span className="soft">{captureWords(body, me?.today ?? '')}</span>
        {url === null && evidence.at === 'elsewhere' && <span>{why}</span>}
        {url !== null && evidence.at === 'elsewhere' && <span>{m.review_photo_preview()}</span>}
      </figcaption>
    </figure>
  )
}
