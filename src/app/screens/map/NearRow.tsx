import { memo } from 'react'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { nameWords, standingWords } from '../../../language/rowWords.ts'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'

type Props = { row: HouseholdRow; village: string; away: string | null; choose(id: string): void }

/** A household of the list beside the map: the whole row is the target. */
export const NearRow = memo(({ row, village, away, choose }: Props) => (
  <li>
    <button type="button" className="row" data-household={row.id} onClick={() => choose(row.id)}>
      <HouseDrawing stage={row.stage} mark={row.mark} label={stageWords[row.stage]()} />
      <span className="what">
        <span className="name">{nameWords(row)}</span>
        {away !== null && <span className="away">{away}</span>}
        <span className="soft">{`${village} · ${standingWords(row)}`}</span>
      </span>
    </button>
  </li>
))
