import { useState } from 'react'
import { Link } from 'wouter'
import { nameSortKey } from '../../../domain/names/nameSortKey.ts'
import { plainText } from '../../../domain/names/plainText.ts'
import type { Person } from '../../../domain/people/people.ts'
import type { Team } from '../../../domain/people/teams.ts'
import { m } from '../../../language/words/messages.js'
import { Field } from '../../../ui/form/Field.tsx'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'
import { useTeams } from '../../store/queries/useTeams.ts'
import { AdminPlaces } from './AdminPlaces.tsx'
import { MyCard } from './MyCard.tsx'

/** So few are read at a glance: a search field would only be in the way. */
const fewEnough = 12

/** Who works here: oneself, the teams, and everybody else that the district knows. */
export default function People({ turn }: { turn(): void }) {
  const me = useMe()
  const people = usePeople()
  const teams = useTeams()
  const [text, setText] = useState('')
  if (me === null) return <main className="screen" id="content" />
  const wanted = plainText(text)
  const all = [...people.values()]
    .filter(({ name }) => plainText(name).includes(wanted))
    .sort((a, b) => (nameSortKey(a.name) < nameSortKey(b.name) ? -1 : 1))
  const inTeam = (team: Team) => all.filter(({ person, team: own }) => own === team.id || team.members.includes(person))
  const teamed = new Set(teams.flatMap(inTeam).map(({ person }) => person))
  return (
    <main className="screen wide" id="content">
      <Link href="/">‹ {m.nav_today()}</Link>
      <h1>{m.people_title()}</h1>
      <div className="columns">
        <div className="stack">
          {me.role === 'admin' && <AdminPlaces />}
          <MyCard me={me} turn={turn} />
        </div>
        <div className="stack">
          {people.size > fewEnough && <Field label={m.people_search()} type="search" value={text} change={setText} />}
          {people.size === 0 && <p>{m.people_none()}</p>}
          {teams.map((team) => (
            <Group key={team.id} title={team.title} people={inTeam(team)} />
          ))}
          <Group
            title={teams.length > 0 ? m.people_no_team() : m.people_everybody()}
            people={all.filter(({ person }) => !teamed.has(person))}
          />
        </div>
      </div>
    </main>
  )
}

const Group = ({ title, people }: { title: string; people: Person[] }) => {
  const admin = useMe()?.role === 'admin'
  return people.length === 0 ? null : (
    <section className="stack tight">
      <div className="head">
        <h2>{title}</h2>
        <span>{people.length}</span>
      </div>
      <ul className="list">
        {people.map((person) => (
          <li className="row" key={person.person}>
            <span className="what">
              <span className="name">{person.name}</span>
              {person.title && <span className="soft">{person.title}</span>}
            </span>
            {admin && (
              <Link className="button plain" href={`/people/invite/${person.person}`}>
                {m.change_new_device()}
              </Link>
            )}
            {person.phone && (
              <a className="button" href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}>
                {m.household_phone({ phone: person.phone })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
