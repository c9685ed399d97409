import { useState } from 'react'
import { PhotoThumb } from './PhotoThumb.tsx'
import { PhotoViewer, type Shown } from './PhotoViewer.tsx'
import './pictures.css'

/** Photos side by side; a tap opens one. */
export const PhotoStrip = ({ photos, label }: { photos: readonly Shown[]; label: string }) => {
  const [at, setAt] = useState<number | null>(null)
  return (
    <>
      <ul className="thumbs" aria-label={label}>
        {photos.map(({ body, title }, index) => (
          <li key={body.photo}>
            <PhotoThumb body={body} title={title} open={() => setAt(index)} />
          </li>
        ))}
      </ul>
      {at !== null && <PhotoViewer photos={photos} at={at} goTo={setAt} close={() => setAt(null)} />}
    </>
  )
}
