import { useState } from 'react'
import { Link } from 'wouter'
import { m } from '../../../../language/words/messages.js'
import { Notice } from '../../../../ui/Notice.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import type { InviteMade as Made } from '../../../admin/invitePerson.ts'
import { type AdminDevice, listDevices } from '../../../admin/listDevices.ts'
import { useAsked } from '../../../admin/useAsked.ts'
import { usePeople } from '../../../store/queries/usePeople.ts'
import { AskedNotice } from '../AskedNotice.tsx'
import { deviceName, entriesWords, standing } from '../devices/deviceWords.ts'
import { readsAll } from '../RoleAndBooks.tsx'
import { InviteForm } from './InviteForm.tsx'
import { InviteMade } from './InviteMade.tsx'

/** *Đổi máy*, the admin's half: a new code for the same person, with the role and books that their phone has now. */
export const NewDevice = ({ person }: { person: string }) => {
  const [made, setMade] = useState<Made | null>(null)
  const asked = useAsked(listDevices)
  const known = usePeople().get(person)
  const devices = (asked.last?.value ?? []).filter((device) => device.person.id === person)
  const now = devices.find(({ revoked }) => !revoked) ?? devices[0]
  const name = known?.name ?? now?.person.name
  if (name === undefined)
    return (
      <main className="screen" id="content">
        <Link href="/people">‹ {m.people_title()}</Link>
        {asked.now.at === 'well' && <Notice tone="amber">{m.change_nobody()}</Notice>}
        <AskedNotice asked={asked} count={0} />
      </main>
    )
  const same = { person: { id: person, name }, role: now?.role ?? null, books: now === undefined ? [] : booksNow(now) }
  return (
    <main className="screen" id="content">
      <Link href="/people">‹ {m.people_title()}</Link>
      {made === null ? (
        <>
          <h1>{m.change_new_device_title({ name })}</h1>
          <p>{m.change_new_device_lead({ name })}</p>
          {asked.last !== null && <InviteForm same={same} done={setMade} />}
        </>
      ) : (
        <InviteMade made={made} another={() => setMade(null)} />
      )}
      <AskedNotice asked={asked} count={devices.length} />
      {devices.length > 0 && <DevicesOf name={name} devices={devices} />}
    </main>
  )
}

/** Without the district's own, which every device reads. */
const booksNow = ({ role, books }: AdminDevice): string[] => (readsAll(role) ? [] : books.slice(1).map(({ id }) => id))

const DevicesOf = ({ name, devices }: { name: string; devices: AdminDevice[] }) => (
  <section className="stack tight" aria-labelledby="devices">
    <h2 id="devices">{m.change_devices({ name })}</h2>
    <p className="soft">{m.change_devices_after()}</p>
    <ul className="list">
      {devices.map((device) => {
        const { tone, word } = standing(device)
        return (
          <li key={device.id}>
            <Link className="row" href={`/people/devices/${device.id}`}>
              <span className="what">
                <span className="name">{deviceName(device)}</span>
                <span className="soft">{entriesWords(device)}</span>
              </span>
              <Tag tone={tone}>{word}</Tag>
            </Link>
          </li>
        )
      })}
    </ul>
  </section>
)
