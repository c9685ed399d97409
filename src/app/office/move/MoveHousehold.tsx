import { Link } from 'wouter'
import { mayWrite } from '../../../domain/entries/mayWrite.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { useHousehold } from '../../store/queries/useHousehold.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { useOtherBooks } from '../../store/queries/useOtherBooks.ts'
import { usePair } from '../../store/queries/usePair.ts'
import { MoveForm } from './MoveForm.tsx'

/** "Chuyển sang xã khác": `into` is the household there that it was found to be, or ''. */
export default function MoveHousehold({ id, into }: { id: string; into: string }) {
  const me = useMe()
  const page = useHousehold(id)
  const { mine } = useOtherBooks(page?.household.book ?? '')
  const joined = usePair(id, into)?.b.household
  if (page === null || me === null)
    return (
      <main className="screen" id="content">
        <Notice tone="amber">{m.household_gone()}</Notice>
      </main>
    )
  const { household } = page
  const why = !mayWrite(me.role, 'household.moved', {}, 'commune')
    ? m.refusal_move_role()
    : household.movedTo !== null
      ? m.move_done()
      : mine.length === 0
        ? m.move_no_other_book()
        : null
  const there =
    joined === undefined || joined.book === household.book
      ? null
      : { book: joined.book, village: joined.fields.village, into: joined.id }
  if (why === null) return <MoveForm page={page} there={there} />
  return (
    <main className="screen" id="content">
      <Link href={`/households/${household.id}`}>‹ {household.fields.headName}</Link>
      <h1>{m.move_title()}</h1>
      <Notice tone="amber">{why}</Notice>
    </main>
  )
}
