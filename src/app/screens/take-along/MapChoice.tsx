import type { PackChoice } from '../../../domain/maps/packChoices.ts'
import { bytesWords } from '../../../language/photoWords.ts'
import { m } from '../../../language/words/messages.js'
import type { TakingMaps } from './useTakingMaps.ts'

/** One map: how it stands on this phone, and what can be done about it. */
export const MapChoice = ({ choice, taking }: { choice: PackChoice; taking: TakingMaps }) => {
  const { pack, standing } = choice
  const { coming } = taking
  const here = coming?.id === pack.id ? coming : null
  const idle = coming === null
  return (
    <li className="stack tight">
      <strong>{pack.title}</strong>
      {here === null ? (
        <span className="soft">{standingWords(choice)}</span>
      ) : (
        <>
          <progress className="bar" max={here.of} value={here.got} aria-label={pack.title} />
          <span className="soft" role="status">
            {m.map_pack_coming({ got: bytesWords(here.got), size: bytesWords(here.of) })}
          </span>
        </>
      )}
      <div className="side-by-side">
        {here !== null && (
          <button type="button" className="button" onClick={taking.pause}>
            {m.map_pack_pause()}
          </button>
        )}
        {here === null && choice.offered && standing.at !== 'whole' && (
          <button type="button" className="button" disabled={!idle} onClick={() => taking.fetch(pack)}>
            {'got' in standing && standing.got > 0
              ? m.map_pack_go_on({ size: bytesWords(choice.bytesToFetch) })
              : m.map_pack_fetch({ size: bytesWords(choice.bytesToFetch) })}
          </button>
        )}
        {here === null && standing.at !== 'absent' && (
          <button type="button" className="button" disabled={!idle} onClick={() => taking.remove(pack.id)}>
            {m.map_pack_delete()}
          </button>
        )}
      </div>
    </li>
  )
}

const standingWords = ({ pack, offered, standing, bytesToFetch }: PackChoice): string => {
  const size = bytesWords(pack.bytes)
  switch (standing.at) {
    case 'whole':
      return offered ? m.map_pack_here({ size }) : m.map_pack_only_here({ size })
    case 'absent':
      return m.map_pack_absent({ size })
    case 'partial':
      return m.map_pack_partial({ left: bytesWords(bytesToFetch), size })
    case 'older':
      return m.map_pack_newer({ size })
  }
}
