import type { CopiedFromPaper, PhotoTaken } from '../../domain/entries/communeBodies.ts'
import { m } from '../../language/words/messages.js'
import { PhotoStrip } from './PhotoStrip.tsx'

type Props = { copied: CopiedFromPaper | undefined; photos: readonly PhotoTaken[] }

/** The sheet that a record was copied from, small; one whose record has not come is said, not left out. */
export const SheetPhoto = ({ copied, photos }: Props) => {
  if (copied?.sheet === undefined) return null
  const body = photos.find(({ photo }) => photo === copied.sheet)
  if (body === undefined) return <p className="soft">{`${m.paper_sheet()}: ${m.photo_elsewhere()}`}</p>
  return <PhotoStrip photos={[{ body, title: m.paper_sheet() }]} label={m.paper_sheet()} />
}
