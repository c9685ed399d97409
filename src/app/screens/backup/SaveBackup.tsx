import { useState } from 'react'
import { Link } from 'wouter'
import { momentWords, numberWords } from '../../../language/locale.ts'
import { bytesWords } from '../../../language/photoWords.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { type Backup, saveBackup } from '../../carry/saveBackup.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { type Unsent, useUnsent } from '../../store/queries/useUnsent.ts'
import { useUnsentBytes } from '../../store/queries/useUnsentBytes.ts'
import { BackupMade } from './BackupMade.tsx'
import { Progress } from './Progress.tsx'

/** A sealed file of what is unsent: how much, where to keep it, when last. Nothing goes from the phone by it [I4]. */
export default function SaveBackup() {
  const store = useStore()
  const unsent = useUnsent()
  const bytes = useUnsentBytes()
  const [doing, setDoing] = useState<{ done: number; of: number } | null>(null)
  const [made, setMade] = useState<Backup | null>(null)
  const nothing = unsent.entries + unsent.photos === 0
  const save = async () => {
    setMade(null)
    setDoing({ done: 0, of: Math.max(1, bytes) })
    setMade(await saveBackup(store, (done, of) => setDoing({ done, of })))
    setDoing(null)
  }
  return (
    <main className="screen" id="content">
      <Link href="/hand-in">‹ {m.handin_title()}</Link>
      <h1>{m.carry_title()}</h1>
      <p>{m.carry_lead()}</p>
      <Facts unsent={unsent} bytes={bytes} />
      {nothing && made === null && <Notice tone="leaf">{m.carry_nothing()}</Notice>}
      {made?.ok === true && <BackupMade made={made} />}
      {made?.ok === false && made.why !== 'nothing' && (
        <Notice tone="red">{made.why === 'no-key' ? m.carry_no_key() : m.carry_failed()}</Notice>
      )}
      <section className="stack tight" aria-labelledby="where">
        <h2 id="where">{m.carry_where_title()}</h2>
        <ul className="points">
          <li>{m.carry_where_card()}</li>
          <li>{m.carry_where_apart()}</li>
          <li>{m.carry_where_bring()}</li>
          <li>{m.carry_where_sealed()}</li>
          <li>{m.carry_where_stays()}</li>
        </ul>
      </section>
      <div className="foot">
        {doing !== null && <Progress {...doing} words={m.carry_doing} />}
        <button
          type="button"
          className={`button wide ${made?.ok === true ? '' : 'main'}`}
          disabled={nothing || doing !== null}
          onClick={() => void save()}
        >
          {m.carry_do()}
        </button>
      </div>
    </main>
  )
}

const Facts = ({ unsent: { entries, photos, saved }, bytes }: { unsent: Unsent; bytes: number }) => {
  const { device } = useStore()
  return (
    <section className="card" aria-label={m.carry_title()}>
      <dl className="facts">
        <div>
          <dt>{m.carry_entries()}</dt>
          <dd>{numberWords(entries)}</dd>
        </div>
        <div>
          <dt>{m.carry_photos()}</dt>
          <dd>{numberWords(photos)}</dd>
        </div>
        <div>
          <dt>{m.carry_size()}</dt>
          <dd>{entries + photos === 0 ? '0 KB' : bytesWords(bytes)}</dd>
        </div>
        <div>
          <dt>{m.carry_last()}</dt>
          <dd>
            {saved === null
              ? m.carry_last_none()
              : m.carry_last_said({
                  time: momentWords(saved.ms, device.nowMs()),
                  entries: numberWords(saved.entries),
                  photos: numberWords(saved.photos),
                })}
          </dd>
        </div>
      </dl>
    </section>
  )
}
