import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { nameWords, standingWords } from '../../../language/rowWords.ts'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'

type Props = { row: HouseholdRow; place: { at: number; of: number }; mine: boolean; toggle(): void }

/** The whole row is the target; a native check box underneath, so that keys and screen readers know it. */
export const MineRow = ({ row, place, mine, toggle }: Props) => (
  <li aria-posinset={place.at} aria-setsize={place.of}>
    <label className="row mine">
      <input type="checkbox" checked={mine} onChange={toggle} />
      <HouseDrawing stage={row.stage} mark={row.mark} label={stageWords[row.stage]()} />
      <span className="what">
        <span className="name">{nameWords(row)}</span>
        <span className="soft">{standingWords(row)}</span>
      </span>
    </label>
  </li>
)
