import type { PhotoTaken } from '../../domain/entries/communeBodies.ts'
import { sheetPageWords } from '../../language/sheetWords.ts'
import { m } from '../../language/words/messages.js'
import { PhotoStrip } from './PhotoStrip.tsx'

type Props = {
  /** Photo ids of the sheet's pages, in order. */
  pages: readonly string[]
  photos: readonly PhotoTaken[]
}

/** The sheet that a record was copied from, all its pages; one whose record has not come is said, not left out. */
export const SheetPhoto = ({ pages, photos }: Props) => {
  if (pages.length === 0) return null
  const titled = pages.map((page, at) => ({
    title: sheetPageWords(at + 1, pages.length),
    body: photos.find(({ photo }) => photo === page),
  }))
  const here = titled.flatMap(({ title, body }) => (body === undefined ? [] : [{ title, body }]))
  const away = titled.filter(({ body }) => body === undefined)
  return (
    <>
      {here.length > 0 && <PhotoStrip photos={here} label={m.paper_sheet()} />}
      {away.map(({ title }) => (
        <p key={title} className="soft">{`${title}: ${m.photo_elsewhere()}`}</p>
      ))}
    </>
  )
}
