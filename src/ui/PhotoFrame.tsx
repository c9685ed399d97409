import { thumbHashToDataURL } from 'thumbhash'
import './sheet.css'

type Props = {
  /** Null while it is not here: what its thumbhash says is shown instead. */
  url: string | null
  thumbhash: string
  alt: string
  className?: string
}

/** A picture, or its few colours until it comes. */
export const PhotoFrame = ({ url, thumbhash, alt, className = '' }: Props) => (
  <img className={`photo ${className}`} src={url ?? placeholder(thumbhash)} alt={alt} />
)

/** One grey pixel where the hash is none of ours. */
const blank = 'data:image/gif;base64,R0lGODlhAQABAIAAAMzEuP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=='

const placeholder = (thumbhash: string): string => {
  try {
    return thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (character) => character.charCodeAt(0)))
  } catch {
    return blank
  }
}
