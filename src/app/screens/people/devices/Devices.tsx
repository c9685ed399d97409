import { useState } from 'react'
import { Link } from 'wouter'
import { plainText } from '../../../../domain/names/plainText.ts'
import { devicesInOrder } from '../../../../domain/people/devicesInOrder.ts'
import { m } from '../../../../language/words/messages.js'
import { Field } from '../../../../ui/form/Field.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { type AdminDevice, listDevices } from '../../../admin/listDevices.ts'
import { useAsked } from '../../../admin/useAsked.ts'
import { useStore } from '../../../store/queries/StoreContext.tsx'
import { AskedNotice } from '../AskedNotice.tsx'
import { booksOf, deviceName, entriesWords, roleOf, seenWords, standing } from './deviceWords.ts'

/** So few are read at a glance: a search field would only be in the way. */
const fewEnough = 8

/** Every device of the district, those that wait for a confirmation first. */
export const Devices = () => {
  const asked = useAsked(listDevices)
  const [text, setText] = useState('')
  const all = asked.last?.value ?? []
  const wanted = plainText(text)
  const found = devicesInOrder(all).filter(({ name, person }) => plainText(`${person.name} ${name}`).includes(wanted))
  return (
    <main className="screen wide" id="content">
      <Link href="/people">‹ {m.people_title()}</Link>
      <div className="head">
        <h1>{m.admin_devices()}</h1>
        {asked.last !== null && <span>{m.admin_devices_count({ count: all.length })}</span>}
      </div>
      <AskedNotice asked={asked} count={all.length} />
      {all.length > fewEnough && <Field label={m.admin_devices_search()} type="search" value={text} change={setText} />}
      {all.length > 0 && found.length === 0 && <p>{m.admin_devices_none()}</p>}
      <ul className="list">
        {found.map((device) => (
          <DeviceLine key={device.id} device={device} />
        ))}
      </ul>
    </main>
  )
}

const DeviceLine = ({ device }: { device: AdminDevice }) => {
  const store = useStore()
  const { tone, word } = standing(device)
  return (
    <li>
      <Link className="row device" href={`/people/devices/${device.id}`}>
        <span className="what">
          <span className="name">{device.person.name}</span>
          <span className="soft">
            {roleOf(device)} · {booksOf(device)}
          </span>
        </span>
        <span className="what">
          <span className="soft">
            {deviceName(device)}
            {device.id === store.enrolment?.device && ` (${m.admin_device_this()})`} ·{' '}
            {m.admin_last_seen({ time: seenWords(device, store.device.nowMs()) })}
          </span>
          <span className="soft">{entriesWords(device)}</span>
        </span>
        <Tag tone={tone}>{word}</Tag>
      </Link>
    </li>
  )
}
