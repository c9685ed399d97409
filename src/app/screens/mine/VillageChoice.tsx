import { m } from '../../../language/words/messages.js'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'

/** The villages of this phone's communes. */
export const VillageChoice = ({ village, choose }: { village: string; choose(village: string): void }) => {
  const areas = useAreas()
  const me = useMe()
  return (
    <div className="field">
      <label htmlFor="mine-village">{m.mine_village()}</label>
      <select id="mine-village" value={village} onChange={(event) => choose(event.target.value)}>
        <option value="">–</option>
        {me?.books.map((book) => (
          <optgroup key={book.id} label={book.title}>
            {areas.villagesOf(book.id).map(({ area, title }) => (
              <option key={area} value={area}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
