import { useState } from 'react'
import { Link } from 'wouter'
import { m } from '../../../../language/words/messages.js'
import { Folded } from '../../../../ui/form/Folded.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { type AdminDevice, listDevices } from '../../../admin/listDevices.ts'
import { useAsked } from '../../../admin/useAsked.ts'
import { useStore } from '../../../store/queries/StoreContext.tsx'
import { AskedNotice } from '../AskedNotice.tsx'
import { Fact } from '../Fact.tsx'
import { ChangeRights } from './ChangeRights.tsx'
import { ConfirmDevice } from './ConfirmDevice.tsx'
import { booksOf, deviceName, entriesWords, roleOf, seenWords, standing } from './deviceWords.ts'
import { RevokeDevice } from './RevokeDevice.tsx'

/** One device: whose it is, how it stands, and what an admin may change. */
export const DevicePage = ({ id }: { id: string }) => {
  const asked = useAsked(listDevices)
  const [done, setDone] = useState<string | null>(null)
  const device = asked.last?.value.find((one) => one.id === id)
  const change = (said: string) => {
    setDone(said)
    asked.again()
    window.scrollTo(0, 0)
  }
  return (
    <main className="screen" id="content">
      <Link href="/people/devices">‹ {m.admin_devices()}</Link>
      {device === undefined && <h1>{m.admin_devices()}</h1>}
      {device === undefined ? (
        asked.now.at === 'well' && <Notice tone="amber">{m.admin_device_gone()}</Notice>
      ) : (
        <Opened device={device} done={done} change={change} />
      )}
      <AskedNotice asked={asked} count={device === undefined ? 0 : 1} />
    </main>
  )
}

type Props = { device: AdminDevice; done: string | null; change(said: string): void }

const Opened = ({ device, done, change }: Props) => {
  const { enrolment } = useStore()
  const { tone, word } = standing(device)
  return (
    <>
      <div className="head">
        <h1>{device.person.name}</h1>
        <Tag tone={tone}>{word}</Tag>
      </div>
      {done !== null && <Notice tone="leaf">{done}</Notice>}
      {!device.confirmed && !device.revoked && <ConfirmDevice device={device} done={change} />}
      <Facts device={device} />
      <Link className="button" href={`/people/invite/${device.person.id}`}>
        {m.change_new_device()}
      </Link>
      {device.id === enrolment?.device ? (
        <p className="soft">{m.admin_own_device()}</p>
      ) : (
        !device.revoked && (
          <div className="stack">
            <Folded title={m.admin_change_title()} about={`${roleOf(device)} · ${booksOf(device)}`}>
              <ChangeRights key={`${device.role} ${booksOf(device)}`} device={device} done={change} />
            </Folded>
            <Folded title={m.admin_revoke_title()} about={m.admin_revoke_about()}>
              <RevokeDevice device={device} done={change} />
            </Folded>
          </div>
        )
      )}
    </>
  )
}

const Facts = ({ device }: { device: AdminDevice }) => {
  const store = useStore()
  return (
    <section className="card" aria-label={deviceName(device)}>
      <h2>{deviceName(device)}</h2>
      <dl className="facts">
        <Fact title={m.admin_fact_role()}>{roleOf(device)}</Fact>
        <Fact title={m.admin_fact_books()}>{booksOf(device)}</Fact>
        <Fact title={m.admin_fact_seen()}>{seenWords(device, store.device.nowMs())}</Fact>
        <Fact title={m.admin_fact_entries()}>{entriesWords(device)}</Fact>
        <Fact title={m.admin_fact_model()}>{device.model || m.admin_held_unknown()}</Fact>
        <Fact title={m.admin_fact_number()}>{device.id.slice(0, 8)}</Fact>
      </dl>
    </section>
  )
}
