import { m } from '../../../language/words/messages.js'
import { useAreas } from '../../store/queries/useAreas.ts'
import type { EntryMark } from '../../store/queries/useEntryMark.ts'
import { Fact } from './Fact.tsx'
import { villageWords } from './villageWords.ts'

/** What the square says, to be read without a camera, and where the entry stood when this was printed. */
export const MarkNumbers = ({ mark: { id, hash, seq }, book }: { mark: EntryMark; book: string }) => {
  const areas = useAreas()
  return (
    <section className="paper-part">
      <h2>{m.print_mark()}</h2>
      <p>{seq === null ? m.print_not_kept() : m.print_kept({ book: villageWords(areas, book), seq })}</p>
      <dl className="paper-mark">
        <Fact title={m.print_mark_id()}>{id}</Fact>
        <Fact title={m.print_mark_hash()}>{hash}</Fact>
      </dl>
      <p className="paper-under">{m.print_mark_why()}</p>
    </section>
  )
}
