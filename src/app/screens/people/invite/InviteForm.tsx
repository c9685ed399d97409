import type { Role } from '../../../../domain/entries/mayWrite.ts'
import type { Person } from '../../../../domain/people/people.ts'
import { samePerson } from '../../../../domain/people/samePerson.ts'
import { m } from '../../../../language/words/messages.js'
import { Choices } from '../../../../ui/form/Choices.tsx'
import { Field } from '../../../../ui/form/Field.tsx'
import { SavedSign } from '../../../../ui/form/SavedSign.tsx'
import { type InviteMade, invitePerson } from '../../../admin/invitePerson.ts'
import { listDevices } from '../../../admin/listDevices.ts'
import { useAsked } from '../../../admin/useAsked.ts'
import { useDeed } from '../../../admin/useDeed.ts'
import { useStore } from '../../../store/queries/StoreContext.tsx'
import { useDraft } from '../../../store/queries/useDraft.ts'
import { usePeople } from '../../../store/queries/usePeople.ts'
import { DeedNotice } from '../DeedNotice.tsx'
import { booksOf, roleOf } from '../devices/deviceWords.ts'
import { RoleAndBooks, readsAll, rightsWrong } from '../RoleAndBooks.tsx'
import { useFirstWrong } from '../useFirstWrong.ts'

/** `id`: of the person, should they be new; made once, so that a second try invites the same one. */
type Form = { id: string; name: string; who: string; role: Role | null; books: string[]; hours: number }

/** Nobody of that name, or somebody else of it. */
const somebodyNew = 'new'
const days = [1, 3, 7, 30]

/** Somebody known, who goes on with another device: only the rights are asked, and stand there already. */
export type SamePerson = { person: { id: string; name: string }; role: Role | null; books: string[] }

type Props = { same?: SamePerson; done(made: InviteMade): void }

export const InviteForm = ({ same, done }: Props) => {
  const store = useStore()
  const people = usePeople()
  const { deed, run } = useDeed()
  const { form: fields, asked, ask } = useFirstWrong()
  const start = (): Form => ({
    id: same?.person.id ?? store.device.uuid7(),
    name: same?.person.name ?? '',
    who: '',
    role: same?.role ?? null,
    books: same?.books ?? [],
    hours: 72,
  })
  const draft = useDraft<Form>(same === undefined ? 'invite' : `invite-${same.person.id}`, start)
  const form = draft.value
  if (form === null) return null
  const known =
    same === undefined ? samePerson(people.values(), form.name).filter(({ person }) => person !== form.id) : []
  const wrong = (field: Wrong) => (asked ? wrongOf(form, known, field) : undefined)
  const send = async () => {
    ask()
    const { role } = form
    if (role === null || wrongs.some((field) => wrongOf(form, known, field) !== undefined)) return
    const one = known.find(({ person }) => person === form.who)
    const person = one === undefined ? { id: form.id, name: form.name.trim() } : { id: one.person, name: one.name }
    const books = readsAll(role) ? [] : form.books
    await run(
      (here) => invitePerson(here, { person, role, books, hours: form.hours }),
      (made) => {
        draft.discard()
        done(made)
      },
    )
  }
  return (
    <div className="stack" ref={fields}>
      {same === undefined && (
        <Field
          label={m.admin_invite_name()}
          value={form.name}
          change={(name) => draft.set({ name, who: '' })}
          wrong={wrong('name')}
        />
      )}
      {known.length > 0 && (
        <WhoIsIt known={known} form={form} choose={(who) => draft.set({ who })} wrong={wrong('who')} />
      )}
      <RoleAndBooks rights={form} change={draft.set} wrong={wrong} />
      <Choices
        legend={m.admin_invite_hours()}
        options={days.map((many) => ({
          id: String(many * 24),
          title: many === 1 ? m.admin_hours_day() : m.admin_hours_days({ days: many }),
        }))}
        chosen={[String(form.hours)]}
        change={([hours]) => draft.set({ hours: Number(hours) })}
      />
      <div className="foot">
        <DeedNotice deed={deed} />
        <SavedSign saved={draft.saved} />
        <button type="button" className="button main wide" disabled={deed.at === 'doing'} onClick={() => void send()}>
          {m.admin_invite_do()}
        </button>
      </div>
    </div>
  )
}

type WhoProps = { known: Person[]; form: Form; choose(who: string): void; wrong: string | undefined }

/** Namesakes are told apart by their title, or by what their device may do and where. */
const WhoIsIt = ({ known, form, choose, wrong }: WhoProps) => {
  const devices = useAsked(listDevices).last?.value ?? []
  const aboutOf = ({ person, title }: Person): string => {
    const device = devices.find((one) => one.person.id === person)
    return title || (device === undefined ? '' : `${roleOf(device)} · ${booksOf(device)}`)
  }
  const titleOf = (person: Person): string => {
    const [name, title] = [person.name, aboutOf(person)]
    return title === '' ? m.admin_invite_same_one({ name }) : m.admin_invite_same_one_title({ name, title })
  }
  return (
    <Choices
      legend={m.admin_invite_same()}
      options={[
        ...known.map((person) => ({ id: person.person, title: titleOf(person) })),
        { id: somebodyNew, title: m.admin_invite_other_one() },
      ]}
      chosen={form.who === '' ? [] : [form.who]}
      change={([who = '']) => choose(who)}
      wrong={wrong}
    />
  )
}

const wrongs = ['name', 'who', 'role', 'books'] as const
type Wrong = (typeof wrongs)[number]

const wrongOf = (form: Form, known: readonly Person[], field: Wrong): string | undefined => {
  if (field === 'name') return form.name.trim() === '' ? m.admin_invite_name_missing() : undefined
  if (field === 'who') return known.length > 0 && form.who === '' ? m.admin_invite_same_missing() : undefined
  return rightsWrong(form, field)
}
