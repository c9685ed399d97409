import { type Role, roles } from '../../../domain/entries/mayWrite.ts'
import { roleWords } from '../../../language/roleWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { useMe } from '../../store/queries/useMe.ts'

export type Rights = { role: Role | null; books: string[] }

/** Office and admin read all books, so only the other two are asked for communes. */
export const readsAll = (role: Role | null): boolean => role === 'district' || role === 'admin'

type Props = { rights: Rights; change(rights: Rights): void; wrong(field: 'role' | 'books'): string | undefined }

/** What somebody does, and in which communes. */
export const RoleAndBooks = ({ rights: { role, books }, change, wrong }: Props) => {
  const communes = useMe()?.books ?? []
  return (
    <>
      <Choices<Role>
        legend={m.admin_role_legend()}
        options={roles.map((id) => ({ id, title: roleWords[id]() }))}
        chosen={role === null ? [] : [role]}
        change={([chosen = null]) => change({ role: chosen, books })}
        wrong={wrong('role')}
      />
      {readsAll(role) ? (
        <p className="soft">{m.admin_reads_all()}</p>
      ) : (
        <Choices
          legend={m.admin_books_legend()}
          many
          options={communes}
          chosen={books}
          change={(chosen) => change({ role, books: chosen })}
          wrong={wrong('books')}
        />
      )}
    </>
  )
}

/** What is still wrong with them, in words; undefined where nothing is. */
export const rightsWrong = ({ role, books }: Rights, field: 'role' | 'books'): string | undefined => {
  if (field === 'role') return role === null ? m.admin_role_missing() : undefined
  return readsAll(role) || books.length > 0 ? undefined : m.admin_books_missing()
}
