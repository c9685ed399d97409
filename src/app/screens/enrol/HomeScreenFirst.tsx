import { useState } from 'react'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'

/** On an iPhone: the way to the home screen, and the code to type there, since a link doesn't come along. */
export const HomeScreenFirst = ({ code }: { code: string | null }) => {
  const [copied, setCopied] = useState(false)
  const copy = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <>
      <h1>{m.enrol_iphone_title()}</h1>
      <p>{m.enrol_iphone_why()}</p>
      <ol className="card steps">
        <li>
          <ShareDrawing />
          <span>{m.enrol_iphone_share()}</span>
        </li>
        <li>
          <AddDrawing />
          <span>{m.enrol_iphone_add()}</span>
        </li>
        <li>
          <img src="/icons/icon-192.png" width={40} height={40} alt="" />
          <span>{m.enrol_iphone_open()}</span>
        </li>
      </ol>
      {code !== null && (
        <section className="card" aria-label={m.enrol_code()}>
          <h2>{m.enrol_iphone_code()}</h2>
          <p className="big-code">{code}</p>
          <button type="button" className="button" onClick={() => copy(code)}>
            {m.enrol_iphone_copy()}
          </button>
          {copied && <Notice tone="leaf">{m.enrol_iphone_copied()}</Notice>}
        </section>
      )}
    </>
  )
}

/** Safari's sign of sharing: a tray and an arrow up. */
const ShareDrawing = () => (
  <svg className="step" viewBox="0 0 40 40" width={40} height={40} aria-hidden="true">
    <path d="M14 17H9v17h22V17h-5M20 25V6M14 12l6-6 6 6" />
  </svg>
)

/** The sign beside “Add to Home Screen”: a plus in a square. */
const AddDrawing = () => (
  <svg className="step" viewBox="0 0 40 40" width={40} height={40} aria-hidden="true">
    <path d="M12 7h16a5 5 0 0 1 5 5v16a5 5 0 0 1-5 5H12a5 5 0 0 1-5-5V12a5 5 0 0 1 5-5zM20 14v12M14 20h12" />
  </svg>
)
