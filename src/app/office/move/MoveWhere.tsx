import type { MoveDraft } from '../../../domain/household/moveDraft.ts'
import { nameWords, standingWords } from '../../../language/rowWords.ts'
import { likenessWords } from '../../../language/signWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import type { LikeThere } from '../../store/queries/useLikeThere.ts'
import type { OtherBooks } from '../../store/queries/useOtherBooks.ts'

type Props = {
  form: MoveDraft
  set(patch: Partial<MoveDraft>): void
  wrong(field: string): string | undefined
  left(field: string): () => void
  books: OtherBooks
  like: LikeThere['like']
}

/** Commune and village, of the books that this device may write; and whether the family stands there already. */
export const MoveWhere = ({ form, set, wrong, left, books, like }: Props) => {
  const areas = useAreas()
  const villages = areas.villagesOf(form.book)
  const absent = form.book !== '' && !books.here.has(form.book)
  return (
    <>
      <Choices
        legend={m.move_book()}
        options={books.mine}
        chosen={form.book === '' ? [] : [form.book]}
        change={([book = '']) => set({ book, village: '', into: '' })}
        wrong={absent ? undefined : wrong('book')}
      />
      {books.others.length > 0 && <p className="soft">{m.move_others({ titles: books.others.join(', ') })}</p>}
      {absent && (
        <div data-wrong>
          <Notice tone="amber">{m.refusal_move_not_here()}</Notice>
        </div>
      )}
      {form.book !== '' && !absent && villages.length > 0 && (
        <Choices
          legend={m.register_village()}
          options={villages.map(({ area, title }) => ({ id: area, title }))}
          chosen={[form.village]}
          change={([village = '']) => set({ village, into: '' })}
          wrong={wrong('village')}
        />
      )}
      {form.book !== '' && !absent && villages.length === 0 && (
        <Field
          label={m.register_village_name()}
          value={form.village}
          change={(village) => set({ village, into: '' })}
          left={left('village')}
          wrong={wrong('village')}
        />
      )}
      {like.length > 0 && (
        <Choices
          legend={m.move_there()}
          options={[
            { id: '', title: m.move_there_new() },
            ...like.map(({ row, likeness }) => ({
              id: row.id,
              title: [nameWords(row), areas.title(row.village), standingWords(row), likenessWords(likeness)]
                .filter((text) => text !== '')
                .join(' · '),
            })),
          ]}
          chosen={[form.into]}
          change={([into = '']) => set({ into })}
        />
      )}
    </>
  )
}
