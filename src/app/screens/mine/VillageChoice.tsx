import { m } from '../../../language/words/messages.js'
import { useVillages } from '../../store/queries/useVillages.ts'

/** The villages of this phone's communes. */
export const VillageChoice = ({ village, choose }: { village: string; choose(village: string): void }) => {
  const books = useVillages()
  return (
    <div className="field">
      <label htmlFor="mine-village">{m.mine_village()}</label>
      <select id="mine-village" value={village} onChange={(event) => choose(event.target.value)}>
        <option value="">–</option>
        {books.map(({ book, title: commune, villages }) => (
          <optgroup key={book} label={commune}>
            {villages.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
