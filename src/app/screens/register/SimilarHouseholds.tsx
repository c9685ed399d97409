import { similarRows } from '../../../domain/lists/similarRows.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { nameWords, standingWords } from '../../../language/rowWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useHouseholds } from '../../store/queries/useHouseholds.ts'

/** "Có phải là hộ này không?": those of a like name in the village. */
export const SimilarHouseholds = ({ headName, village }: { headName: string; village: string }) => {
  const areas = useAreas()
  const similar = similarRows(useHouseholds({}), headName, village)
  if (similar.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="similar">
      <h2 id="similar">{m.register_similar()}</h2>
      <ul className="list">
        {similar.map((row) => (
          <HouseholdLine
            key={row.id}
            href={`/households/${row.id}`}
            name={nameWords(row)}
            about={`${areas.title(row.village)} · ${standingWords(row)}`}
            stage={row.stage}
            stageTitle={stageWords[row.stage]()}
            mark={row.mark}
          />
        ))}
      </ul>
    </section>
  )
}
