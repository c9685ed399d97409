import { useState } from 'react'
import { Link } from 'wouter'
import { heldOfOthersWord } from '../../../../language/heldOfOthersWords.ts'
import { momentWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { Folded } from '../../../../ui/form/Folded.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { type HeldEntry, listHeld } from '../../../admin/listHeld.ts'
import { useAsked } from '../../../admin/useAsked.ts'
import { useStore } from '../../../store/queries/StoreContext.tsx'
import { AskedNotice } from '../AskedNotice.tsx'
import { Fact } from '../Fact.tsx'
import { SettleHeld } from './SettleHeld.tsx'
import { useHeldWords } from './useHeldWords.ts'

/** One held entry, whole, and the admin's answer to it. */
export const HeldPage = ({ id }: { id: string }) => {
  const asked = useAsked(listHeld)
  const [done, setDone] = useState<string | null>(null)
  const held = asked.last?.value.find((one) => one.id === id)
  const settled = (said: string) => {
    setDone(said)
    asked.again()
    window.scrollTo(0, 0)
  }
  return (
    <main className="screen" id="content">
      <Link href="/people/held">‹ {m.admin_held()}</Link>
      {held === undefined && <h1>{m.admin_held()}</h1>}
      {done !== null && (
        <>
          <Notice tone="leaf">{done}</Notice>
          <Link className="button main" href="/people/held">
            {m.admin_held()}
          </Link>
        </>
      )}
      {done === null && held !== undefined && <Opened held={held} done={settled} />}
      {done === null && held === undefined && asked.now.at === 'well' && (
        <Notice tone="amber">{m.admin_held_gone()}</Notice>
      )}
      <AskedNotice asked={asked} count={held === undefined ? 0 : 1} />
    </main>
  )
}

const Opened = ({ held, done }: { held: HeldEntry; done(said: string): void }) => {
  const { device } = useStore()
  const { what, details, about, book, who } = useHeldWords(held)
  return (
    <>
      <h1>{about || what}</h1>
      <section className="card" aria-label={what}>
        <h2>{what}</h2>
        {details.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <dl className="facts">
          <Fact title={m.admin_held_who()}>{who}</Fact>
          <Fact title={m.admin_held_about()}>{about || m.admin_held_unknown()}</Fact>
          <Fact title={m.admin_held_book()}>{book}</Fact>
          <Fact title={m.admin_held_arrived()}>{momentWords(Date.parse(held.arrived), device.nowMs())}</Fact>
          <Fact title={m.admin_held_device()}>{held.device.slice(0, 8)}</Fact>
        </dl>
      </section>
      <Notice tone="amber">
        {m.admin_held_why()}: {heldOfOthersWord(held.code)}
      </Notice>
      {held.detail !== '' && <p className="soft">{m.admin_held_rule({ detail: held.detail })}</p>}
      <Folded title={m.admin_held_raw()} about={m.admin_held_raw_about()}>
        <pre className="as-it-came">{JSON.stringify(held.raw, null, 2)}</pre>
      </Folded>
      <SettleHeld id={held.id} name={who} done={done} />
    </>
  )
}
