import { bytesWords } from '../../../language/photoWords.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import type { TakingMaps } from './useTakingMaps.ts'

/** What a person is asked, or told, of a map that comes from a file. */
export const TakingNews = ({ taking: { coming, trouble, question } }: { taking: TakingMaps }) => (
  <>
    {question !== null && (
      <>
        <Notice tone="amber">{question.said}</Notice>
        <div className="side-by-side">
          <button type="button" className="button" onClick={() => question.answer(false)}>
            {m.no()}
          </button>
          <button type="button" className="button main" onClick={() => question.answer(true)}>
            {m.yes()}
          </button>
        </div>
      </>
    )}
    {trouble !== null && <Notice tone="amber">{trouble}</Notice>}
    {coming !== null && coming.id === null && (
      <p role="status">{m.map_pack_coming({ got: bytesWords(coming.got), size: bytesWords(coming.of) })}</p>
    )}
  </>
)
