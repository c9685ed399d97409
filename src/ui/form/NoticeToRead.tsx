import { m } from '../../language/words/messages.js'
import './form.css'

/**
 * What is recorded, why and who sees it, in letters large enough to read out at arm's length. One tap says that it was
 * read; nothing waits for it.
 */
export const NoticeToRead = ({ read, change }: { read: boolean; change(read: boolean): void }) =>
  read ? (
    <div className="notice leaf notice-read" role="status">
      <span>✓ {m.notice_was_read()}</span>
      <button type="button" className="button plain" onClick={() => change(false)}>
        {m.notice_again()}
      </button>
    </div>
  ) : (
    <section className="card" aria-labelledby="notice">
      <h2 id="notice">{m.notice_title()}</h2>
      <p className="read-out">{m.notice_text()}</p>
      <button type="button" className="button" onClick={() => change(true)}>
        {m.notice_done()}
      </button>
      <p className="soft">{m.notice_optional()}</p>
    </section>
  )
