import { useMe } from '../../store/queries/useMe.ts'
import { RegisterForm } from './RegisterForm.tsx'

/** A household that is not on the list. */
export default function Register() {
  const me = useMe()
  return me === null ? <main className="screen" id="content" /> : <RegisterForm books={me.books} />
}
