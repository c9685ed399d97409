import type { RegisterDraft } from '../../../domain/household/registerDraft.ts'
import type { Location } from '../../../domain/place/location.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { nameWords, standingWords } from '../../../language/rowWords.ts'
import { likenessWords } from '../../../language/signWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useLikeTo } from '../../store/queries/useLikeTo.ts'

/** "Có phải là hộ này không?": those in the village who may be the one being written down, and why. */
export const SimilarHouseholds = ({ form, place }: { form: RegisterDraft; place: Location | null }) => {
  const areas = useAreas()
  const similar = useLikeTo(form, place)
  if (similar.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="similar">
      <h2 id="similar">{m.register_similar()}</h2>
      <ul className="list">
        {similar.map(({ row, likeness }) => (
          <HouseholdLine
            key={row.id}
            href={`/households/${row.id}`}
            name={nameWords(row)}
            about={`${likenessWords(likeness)} · ${areas.title(row.village)} · ${standingWords(row)}`}
            stage={row.stage}
            stageTitle={stageWords[row.stage]()}
            mark={row.mark}
          />
        ))}
      </ul>
    </section>
  )
}
