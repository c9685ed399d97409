import { useState } from 'react'
import { m } from '../../../../language/words/messages.js'
import { Field } from '../../../../ui/form/Field.tsx'
import { admitHeld, dismissHeld } from '../../../admin/settleHeld.ts'
import { useDeed } from '../../../admin/useDeed.ts'
import { DeedNotice } from '../DeedNotice.tsx'
import { useFirstWrong } from '../useFirstWrong.ts'

type Props = { id: string; name: string; done(said: string): void }

/** The reason goes back to whoever wrote the entry, so there is no answer without one. */
export const SettleHeld = ({ id, name, done }: Props) => {
  const { deed, run } = useDeed()
  const [reason, setReason] = useState('')
  const { form, asked, ask } = useFirstWrong()
  const settle = async (act: typeof admitHeld | typeof dismissHeld, said: string) => {
    ask()
    if (reason.trim() === '') return
    await run(
      (store) => act(store, id, reason.trim()),
      () => done(said),
    )
  }
  const busy = deed.at === 'doing'
  return (
    <div className="stack" ref={form}>
      <Field
        label={m.admin_held_reason()}
        hint={m.admin_held_reason_hint({ name })}
        lines={3}
        value={reason}
        change={setReason}
        wrong={asked && reason.trim() === '' ? m.admin_held_reason_missing() : undefined}
      />
      <div className="foot">
        <DeedNotice deed={deed} refused={m.admin_held_cannot()} />
        <div className="side-by-side">
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => void settle(dismissHeld, m.admin_held_dismissed({ name }))}
          >
            {m.admin_held_dismiss()}
          </button>
          <button
            type="button"
            className="button main"
            disabled={busy}
            onClick={() => void settle(admitHeld, m.admin_held_admitted({ name }))}
          >
            {m.admin_held_admit()}
          </button>
        </div>
      </div>
    </div>
  )
}
