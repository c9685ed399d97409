import { m } from '../../../../language/words/messages.js'
import { confirmDevice } from '../../../admin/confirmDevice.ts'
import type { AdminDevice } from '../../../admin/listDevices.ts'
import { useDeed } from '../../../admin/useDeed.ts'
import { DeedNotice } from '../DeedNotice.tsx'

/** A phone that came back with its certificate reads nothing until somebody who knows its owner says so. */
export const ConfirmDevice = ({ device, done }: { device: AdminDevice; done(said: string): void }) => {
  const { deed, run } = useDeed()
  const { name } = device.person
  const confirm = () =>
    run(
      (store) => confirmDevice(store, device.id),
      () => done(m.admin_confirmed({ name })),
    )
  return (
    <section className="card attention" aria-labelledby="confirm">
      <h2 id="confirm">{m.admin_confirm_title()}</h2>
      <p>{m.admin_confirm_why({ name })}</p>
      <DeedNotice deed={deed} />
      <button type="button" className="button main" disabled={deed.at === 'doing'} onClick={() => void confirm()}>
        {m.admin_confirm()}
      </button>
    </section>
  )
}
