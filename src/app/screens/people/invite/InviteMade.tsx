import { useState } from 'react'
import { momentWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { Notice } from '../../../../ui/Notice.tsx'
import { QrDrawing } from '../../../../ui/QrDrawing.tsx'
import type { InviteMade as Made } from '../../../admin/invitePerson.ts'
import { canShare, copyText, shareText } from '../../../admin/passOn.ts'
import { useStore } from '../../../store/queries/StoreContext.tsx'

/** Read out at once; the same function each time, so that it is done once. */
const focused = (title: HTMLElement | null) => title?.focus()

/** The code, as letters, as a link and as a picture: this once. */
export const InviteMade = ({ made, another }: { made: Made; another(): void }) => {
  const { device } = useStore()
  const [copied, setCopied] = useState<boolean | null>(null)
  const { name, code, link } = made
  const time = momentWords(made.expiresMs, device.nowMs())
  const copy = async () => setCopied(await copyText(link))
  const share = () => void shareText(m.app_name(), m.admin_invite_share_text({ name, time, link }))
  return (
    <>
      <h1 ref={focused} tabIndex={-1}>
        {m.admin_invite_made({ name })}
      </h1>
      <Notice tone="amber">{m.admin_invite_once({ name })}</Notice>
      <section className="card made" aria-label={m.admin_invite_code()}>
        <QrDrawing text={link} label={m.admin_invite_qr({ name })} />
        <div className="stack">
          <dl className="stack">
            <div>
              <dt className="soft">{m.admin_invite_code()}</dt>
              <dd className="code-said">{code}</dd>
            </div>
            <div>
              <dt className="soft">{m.admin_invite_link()}</dt>
              <dd className="link-said">{link}</dd>
            </div>
          </dl>
          <p>{m.admin_invite_until({ time })}</p>
        </div>
      </section>
      {copied !== null && (
        <Notice tone={copied ? 'leaf' : 'amber'}>
          {copied ? m.admin_invite_copied({ name }) : m.admin_invite_by_hand()}
        </Notice>
      )}
      <div className="side-by-side">
        {canShare() && (
          <button type="button" className="button main" onClick={share}>
            {m.admin_invite_share()}
          </button>
        )}
        <button type="button" className={canShare() ? 'button' : 'button main'} onClick={() => void copy()}>
          {m.admin_invite_copy()}
        </button>
        <button type="button" className="button" onClick={another}>
          {m.admin_invite_another()}
        </button>
      </div>
    </>
  )
}
