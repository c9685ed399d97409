import { type ChangeEvent, useState } from 'react'
import { Link } from 'wouter'
import { carryRefusalWords, soFarWords } from '../../../language/carryWords.ts'
import { numberWords } from '../../../language/locale.ts'
import { bytesWords } from '../../../language/photoWords.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { backupMostBytes, type TakenIn } from '../../carry/takeInBundle.ts'
import { useTakeIn } from '../../carry/useTakeIn.ts'
import { Progress } from './Progress.tsx'

/** Any enrolled phone or desk with a signal brings a sealed file to the endpoint; who carries it can't read it. */
export default function TakeIn() {
  const [file, setFile] = useState<File | null>(null)
  const { sent, ended, send, forget, stop } = useTakeIn()
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setFile(target.files?.[0] ?? file)
    forget()
    // The same file may be chosen once more, after its card was put back.
    target.value = ''
  }
  return (
    <main className="screen" id="content">
      <Link href="/hand-in">‹ {m.handin_title()}</Link>
      <h1>{m.carry_in_title()}</h1>
      <p>{m.carry_in_lead()}</p>
      {file !== null && (
        <section className="card" aria-label={m.carry_in_file()}>
          <dl className="facts">
            <div>
              <dt>{m.carry_in_file()}</dt>
              <dd className="file-name">{file.name}</dd>
            </div>
            <div>
              <dt>{m.carry_in_size()}</dt>
              <dd>{bytesWords(file.size)}</dd>
            </div>
          </dl>
        </section>
      )}
      {file !== null && ended !== null && <Ended ended={ended} file={file} />}
      <div className="foot">
        {file !== null && sent !== null && (
          <>
            <Progress done={sent} of={file.size} words={m.carry_in_doing} />
            <button type="button" className="button wide" onClick={stop}>
              {m.carry_in_stop()}
            </button>
          </>
        )}
        {sent === null && (
          <label className={`button wide file ${file === null || ended?.at === 'refused' ? 'main' : ''}`}>
            {file === null ? m.carry_in_choose() : m.carry_in_choose_other()}
            <input type="file" accept=".maiam,application/octet-stream" onChange={choose} />
          </label>
        )}
        {file !== null && sent === null && (ended === null || ended.at === 'no-signal') && (
          <button type="button" className="button main wide" onClick={() => void send(file)}>
            {m.carry_in_do()}
          </button>
        )}
      </div>
    </main>
  )
}

const Ended = ({ ended, file }: { ended: TakenIn; file: File }) => {
  if (ended.at === 'no-signal')
    return (
      <Notice tone="amber">
        {m.carry_in_no_signal({ done: soFarWords(ended.sent), total: bytesWords(file.size) })}
      </Notice>
    )
  if (ended.at === 'refused')
    return (
      <Notice tone="red">
        {ended.code === 'too-large'
          ? m.carry_in_too_large({ size: bytesWords(file.size), max: bytesWords(backupMostBytes) })
          : carryRefusalWords(ended.code)}
      </Notice>
    )
  const { entries, photos, held, mine } = ended
  return (
    <>
      <Notice tone="leaf">
        {m.carry_in_taken({ entries: numberWords(entries), photos: numberWords(photos) })}
        {mine && ` ${m.carry_in_mine()}`}
      </Notice>
      {held > 0 && <Notice tone="amber">{m.carry_in_held({ count: numberWords(held) })}</Notice>}
    </>
  )
}
