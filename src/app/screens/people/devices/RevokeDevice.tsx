import { useState } from 'react'
import { numberWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { Choices } from '../../../../ui/form/Choices.tsx'
import type { AdminDevice } from '../../../admin/listDevices.ts'
import { revokeDevice } from '../../../admin/revokeDevice.ts'
import { useDeed } from '../../../admin/useDeed.ts'
import { DeedNotice } from '../DeedNotice.tsx'

type How = 'keep' | 'wipe'
type Props = { device: AdminDevice; done(said: string): void }

/** Where the device is decides; what will happen and what is safe is read before it is done. */
export const RevokeDevice = ({ device, done }: Props) => {
  const [how, setHow] = useState<How | null>(null)
  const [asking, setAsking] = useState(false)
  if (asking && how !== null)
    return <AskOnceMore device={device} done={done} wipe={how === 'wipe'} leave={() => setAsking(false)} />
  return (
    <>
      <Choices<How>
        legend={m.admin_revoke_legend()}
        options={[
          { id: 'keep', title: m.admin_revoke_keep() },
          { id: 'wipe', title: m.admin_revoke_wipe() },
        ]}
        chosen={how === null ? [] : [how]}
        change={([one = null]) => setHow(one)}
      />
      <button type="button" className="button" disabled={how === null} onClick={() => setAsking(true)}>
        {m.admin_revoke_next()}
      </button>
    </>
  )
}

/** Read out at once; the same function each time, so that it is done once. */
const focused = (title: HTMLElement | null) => title?.focus()

const AskOnceMore = ({ device, done, wipe, leave }: Props & { wipe: boolean; leave(): void }) => {
  const { deed, run } = useDeed()
  const { name } = device.person
  const revoke = () =>
    run(
      (store) => revokeDevice(store, device.id, { wipe }),
      () => done(wipe ? m.admin_revoked_wipe({ name }) : m.admin_revoked({ name })),
    )
  return (
    <section className="stack" aria-labelledby="revoke">
      <h2 id="revoke" ref={focused} tabIndex={-1}>
        {wipe ? m.admin_revoke_ask_wipe({ name }) : m.admin_revoke_ask({ name })}
      </h2>
      <ul className="points">
        <li>{wipe ? m.admin_revoke_what_wipe({ name }) : m.admin_revoke_what()}</li>
        <li>{m.admin_revoke_safe({ count: numberWords(device.upTo) })}</li>
        <li>{m.admin_revoke_back()}</li>
      </ul>
      <DeedNotice deed={deed} />
      <div className="side-by-side">
        <button type="button" className="button" onClick={leave}>
          {m.admin_revoke_not()}
        </button>
        <button type="button" className="button grave" disabled={deed.at === 'doing'} onClick={() => void revoke()}>
          {wipe ? m.admin_revoke_do_wipe() : m.admin_revoke_do()}
        </button>
      </div>
    </section>
  )
}
