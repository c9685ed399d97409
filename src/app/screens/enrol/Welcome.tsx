import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Role } from '../../../domain/entries/mayWrite.ts'
import { m } from '../../../language/words/messages.js'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { askToKeep } from '../../enrol/askToKeep.ts'
import { useMe } from '../../store/queries/useMe.ts'
import './enrol.css'

/** Said once after enrolment: who this phone is now, and whether it promises to keep what it holds. */
export default function Welcome({ turn }: { turn(): void }) {
  const me = useMe()
  const [kept, setKept] = useState<boolean | null>(null)
  useEffect(() => {
    void askToKeep().then(setKept)
  }, [])
  if (me === null) return null
  return (
    <main className="screen" id="content">
      <div className="head enrol-head">
        <HouseDrawing stage="handed-over" size={72} label={m.app_name()} />
        <button type="button" className="button plain" onClick={turn}>
          {m.language_other()}
        </button>
      </div>
      <h1>{m.enrol_done({ name: me.person.name })}</h1>
      <dl className="card facts">
        <dt>{m.enrol_role()}</dt>
        <dd>{roleWords[me.role]()}</dd>
        <dt>{m.enrol_books()}</dt>
        <dd>{me.books.length > mostNamed ? m.enrol_books_count({ count: me.books.length }) : titles(me.books)}</dd>
      </dl>
      {kept === true && <Notice tone="leaf">{m.enrol_kept()}</Notice>}
      {kept === false && <Notice tone="amber">{m.enrol_not_kept()}</Notice>}
      <p>{m.enrol_next()}</p>
      <div className="foot">
        <Link className="button main wide" href="/take-along">
          {m.enrol_take_along()}
        </Link>
      </div>
    </main>
  )
}

/** An office that reads a whole district isn't told twenty names. */
const mostNamed = 6

const titles = (books: readonly { title: string }[]): string => books.map(({ title }) => title).join(', ')

const roleWords: { [R in Role]: () => string } = {
  recorder: m.people_role_recorder,
  inspector: m.people_role_inspector,
  district: m.people_role_district,
  admin: m.people_role_admin,
}
