import type { ReactNode } from 'react'
import type { PhotoTaken } from '../../domain/entries/communeBodies.ts'
import { captureWords } from '../../language/photoWords.ts'
import { m } from '../../language/words/messages.js'
import { PhotoFrame } from '../../ui/PhotoFrame.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useMe } from '../store/queries/useMe.ts'
import { usePicture } from './usePicture.ts'

export type Shown = { body: PhotoTaken; title: string }

type Props = {
  photos: readonly Shown[]
  at: number
  goTo(at: number): void
  close(): void
  /** What can be done with the photo shown. */
  children?: ReactNode
}

/** One photo as large as the screen, with its capture record; the preview stands in until the whole one came. */
export const PhotoViewer = ({ photos, at, goTo, close, children }: Props) => {
  const me = useMe()
  const shown = photos[at]
  const kept = shown !== undefined && shown.body.bytesKept !== false
  const preview = usePicture(kept ? shown.body.preview.sha256 : null)
  const evidence = usePicture(kept ? shown.body.sha256 : null)
  if (shown === undefined) return null
  const { body, title } = shown
  const url = evidence.at === 'here' ? evidence.url : preview.at === 'here' ? preview.url : null
  return (
    <Sheet title={title} close={close}>
      <div className="sheet-head">
        <strong>{title}</strong>
        <span>
          {at + 1} / {photos.length}
        </span>
        <button type="button" className="button" onClick={close}>
          {m.photo_close()}
        </button>
      </div>
      <PhotoFrame className="whole" url={url} thumbhash={body.thumbhash} alt={title} />
      <div className="sheet-foot">
        {url === null && evidence.at === 'elsewhere' && <p>{kept ? m.photo_elsewhere() : m.photo_not_kept()}</p>}
        <p>{captureWords(body, me?.today ?? '')}</p>
        {children}
        {photos.length > 1 && (
          <div className="side-by-side">
            <button type="button" className="button" disabled={at === 0} onClick={() => goTo(at - 1)}>
              {m.photo_previous()}
            </button>
            <button type="button" className="button" disabled={at === photos.length - 1} onClick={() => goTo(at + 1)}>
              {m.photo_next()}
            </button>
          </div>
        )}
      </div>
    </Sheet>
  )
}
