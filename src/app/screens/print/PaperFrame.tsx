import type { ReactNode } from 'react'
import { momentWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { usePrinting } from '../../store/queries/usePrinting.ts'
import { BackButton } from './BackButton.tsx'
import { useFit } from './useFit.ts'
import { hasPageFoot, usePageFoot } from './usePageFoot.ts'

type Props = {
  /** In the foot of each page, and the name of the PDF file: nobody's name. */
  title: string
  ready?: boolean
  /** What can be chosen before printing. */
  choice?: ReactNode
  children: ReactNode
}

/** A sheet on the screen as it will be printed, the way back and one big button. */
export const PaperFrame = ({ title, ready = true, choice, children }: Props) => {
  const { by, ms, build } = usePrinting()
  const foot = m.print_foot({ title, name: by, time: momentWords(ms, 0), build })
  usePageFoot(title, foot, m.print_page())
  const [desk, fit] = useFit()
  return (
    <main className="screen printed" id="content">
      <BackButton />
      {choice}
      <div ref={desk} className="paper-desk" style={{ '--fit': fit } as object}>
        <div className="a4-papers">
          {children}
          {!hasPageFoot && <p className="paper-foot">{foot}</p>}
        </div>
      </div>
      <div className="foot">
        <button type="button" className="button main wide" disabled={!ready} onClick={() => window.print()}>
          {m.print_now()}
        </button>
      </div>
    </main>
  )
}
