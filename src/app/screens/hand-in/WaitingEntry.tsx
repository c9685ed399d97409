import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { clockParts } from '../../../domain/time/hybridClock.ts'
import { heldWord } from '../../../language/heldWords.ts'
import { kindWords } from '../../../language/kindWords.ts'
import { lineDetails, lineTitle } from '../../../language/lineWords.ts'
import { momentWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { exportEntry } from '../../record/exportEntry.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { type OwnEntryPage, useOwnEntry } from '../../store/queries/useOwnEntry.ts'

/** One entry of this phone: what it is, where it stands, and a way to take it along in a file [L6, L18]. */
export default function WaitingEntry({ id }: { id: string }) {
  const page = useOwnEntry(id)
  return (
    <main className="screen" id="content">
      <Link href="/hand-in">‹ {m.handin_title()}</Link>
      {page === null ? (
        <>
          <h1>{m.handin_title()}</h1>
          <Notice tone="amber">{m.handin_item_gone()}</Notice>
        </>
      ) : (
        <Opened page={page} />
      )}
    </main>
  )
}

const Opened = ({ page: { own, title, household } }: { page: OwnEntryPage }) => {
  const store = useStore()
  const [file, setFile] = useState<string | null>(null)
  const { entry, delivery } = own
  const what = lineTitle(entry)
  const held = delivery.at === 'held' || delivery.at === 'refused'
  const toFile = async () => setFile(await exportEntry(store, own, { what, about: title }))
  return (
    <>
      <h1>{what}</h1>
      <section className="card">
        <dl className="facts">
          <Fact title={m.handin_about()}>{title || kindWords(entry.kind)}</Fact>
          <Fact title={m.handin_recorded()}>{momentWords(clockParts(entry.at).ms, store.device.nowMs())}</Fact>
          <Fact title={m.handin_state()}>{stateWords(own, store.device.nowMs())}</Fact>
        </dl>
        {lineDetails(entry).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
      {delivery.at === 'held' && <Why code={delivery.code} detail={delivery.detail} />}
      {delivery.at === 'refused' && <Why code={delivery.code} detail="" />}
      <p className="soft">{m.handin_what_safe()}</p>
      {file !== null && <Notice tone="leaf">{m.handin_exported({ name: file })}</Notice>}
      {household !== null && (
        <Link className={`button ${held ? 'main' : ''}`} href={`/households/${household}`}>
          {held ? m.handin_mend() : m.handin_open()}
        </Link>
      )}
      <button type="button" className="button" onClick={() => void toFile()}>
        {m.handin_export()}
      </button>
    </>
  )
}

/** A person's reason stands as they wrote it; a rule's detail is for the office, and goes along in the file. */
const Why = ({ code, detail }: { code: string; detail: string }) => (
  <Notice tone="red">
    {m.handin_item_held({
      why: code === 'dismissed' && detail !== '' ? m.held_dismissed({ reason: detail }) : heldWord(code),
    })}
  </Notice>
)

const Fact = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
)

const stateWords = ({ delivery }: OwnEntryPage['own'], nowMs: number): string => {
  if (delivery.at === 'waiting') return m.handin_item_waiting()
  if (delivery.at === 'handed-in') return m.handin_received_at({ time: momentWords(delivery.ms, nowMs) })
  return m.handin_item_kept_aside()
}
