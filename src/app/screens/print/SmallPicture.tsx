import type { PhotoTaken } from '../../../domain/entries/communeBodies.ts'
import { m } from '../../../language/words/messages.js'
import { usePicture } from '../../pictures/usePicture.ts'

/** A photo's preview, where it is on this device. */
export const SmallPicture = ({ body }: { body: PhotoTaken }) => {
  const picture = usePicture(body.bytesKept === false ? null : body.preview.sha256)
  if (picture.at === 'here') return <img src={picture.url} alt="" />
  return <span className="paper-no-photo">{picture.at === 'elsewhere' && m.print_photo_away()}</span>
}
