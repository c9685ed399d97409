import { useState } from 'react'
import { m } from '../../language/words/messages.js'
import { PhotoThumb } from './PhotoThumb.tsx'
import { PhotoViewer, type Shown } from './PhotoViewer.tsx'
import './pictures.css'

/** Photos side by side; a tap opens one. That a trial keeps no bytes is said once, under them. */
export const PhotoStrip = ({ photos, label }: { photos: readonly Shown[]; label: string }) => {
  const [at, setAt] = useState<number | null>(null)
  return (
    <>
      <ul className="photo-row" aria-label={label}>
        {photos.map(({ body, title }, index) => (
          <li key={body.photo}>
            <PhotoThumb body={body} title={title} open={() => setAt(index)} />
          </li>
        ))}
      </ul>
      {photos.some(({ body }) => body.bytesKept === false) && <p className="soft">{m.photo_not_kept()}</p>}
      {at !== null && <PhotoViewer photos={photos} at={at} goTo={setAt} close={() => setAt(null)} />}
    </>
  )
}
