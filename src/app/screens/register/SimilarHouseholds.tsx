import { Link } from 'wouter'
import { similarRows } from '../../../domain/lists/similarRows.ts'
import { nameWords } from '../../../language/rowWords.ts'
import { m } from '../../../language/words/messages.js'
import { useHouseholds } from '../../store/queries/useHouseholds.ts'

/** "Có phải là hộ này không?": those of a like name in the village. */
export const SimilarHouseholds = ({ headName, village }: { headName: string; village: string }) => {
  const similar = similarRows(useHouseholds({}), headName, village)
  if (similar.length === 0) return null
  return (
    <section className="card">
      <h2>{m.register_similar()}</h2>
      <ul className="stack">
        {similar.map((row) => (
          <li key={row.id}>
            <Link className="button wide" href={`/households/${row.id}`}>
              {nameWords(row)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
