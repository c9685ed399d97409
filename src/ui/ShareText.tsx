import { useState } from 'react'
import { m } from '../language/words/messages.js'
import { Notice } from './Notice.tsx'

type Shared = 'shared' | 'copied' | 'cancelled' | 'failed'

/** A text as it will leave the phone, in sight before it goes; one tap, and a sentence of what happened. */
export const ShareText = ({ text, share }: { text: string; share(text: string): Promise<Shared> }) => {
  const [done, setDone] = useState<Shared | null>(null)
  return (
    <section className="card" aria-labelledby="share">
      <h2 id="share">{m.share_text()}</h2>
      <p className="to-share">{text}</p>
      <button type="button" className="button main" onClick={() => void share(text).then(setDone)}>
        {m.share_send()}
      </button>
      {done !== null && done !== 'cancelled' && (
        <Notice tone={done === 'failed' ? 'amber' : 'leaf'}>
          {done === 'shared' ? m.share_shared() : done === 'copied' ? m.share_copied() : m.share_failed()}
        </Notice>
      )}
    </section>
  )
}
