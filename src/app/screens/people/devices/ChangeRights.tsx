import { useState } from 'react'
import { m } from '../../../../language/words/messages.js'
import { changeDevice } from '../../../admin/changeDevice.ts'
import type { AdminDevice } from '../../../admin/listDevices.ts'
import { useDeed } from '../../../admin/useDeed.ts'
import { DeedNotice } from '../DeedNotice.tsx'
import { type Rights, RoleAndBooks, readsAll, rightsWrong } from '../RoleAndBooks.tsx'
import { useFirstWrong } from '../useFirstWrong.ts'

/** Another role, other communes for a device that is in use. */
export const ChangeRights = ({ device, done }: { device: AdminDevice; done(said: string): void }) => {
  const { deed, run } = useDeed()
  const [rights, setRights] = useState<Rights>(() => ({
    role: device.role,
    books: readsAll(device.role) ? [] : device.books.slice(1).map(({ id }) => id),
  }))
  const { form, asked, ask } = useFirstWrong()
  const wrong = (field: 'role' | 'books') => (asked ? rightsWrong(rights, field) : undefined)
  const save = async () => {
    ask()
    const { role, books } = rights
    if (role === null || rightsWrong(rights, 'books') !== undefined) return
    await run(
      (store) => changeDevice(store, device.id, { role, books: readsAll(role) ? [] : books }),
      () => done(m.admin_changed({ name: device.person.name })),
    )
  }
  return (
    <div className="stack" ref={form}>
      <RoleAndBooks rights={rights} change={setRights} wrong={wrong} />
      <DeedNotice deed={deed} />
      <button type="button" className="button" disabled={deed.at === 'doing'} onClick={() => void save()}>
        {m.admin_change_save()}
      </button>
    </div>
  )
}
