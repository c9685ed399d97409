import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { villageHere } from '../../store/queries/villageHere.ts'
import { RegisterForm } from './RegisterForm.tsx'

/** A household that is not on the list. */
export default function Register() {
  const me = useMe()
  const areas = useAreas()
  if (me === null) return <main className="screen" id="content" />
  const village = areas.byId(villageHere())
  const book = me.books.find(({ id }) => id === village?.parent)?.id
  const start =
    village === undefined || book === undefined
      ? { book: me.books[0]?.id ?? '', village: '' }
      : { book, village: village.area }
  return <RegisterForm books={me.books} start={start} today={me.today} />
}
