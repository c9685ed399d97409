import type { ReactNode } from 'react'
import { m } from '../../../language/words/messages.js'
import { TrialLine } from '../../../ui/TrialLine.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'

/** The head of a sheet: the app's name, what it is, and what stands at its right. */
export const PaperHead = ({ title, about, children }: { title: string; about?: string; children?: ReactNode }) => {
  const { trial } = useAreas()
  return (
    <header className="paper-head">
      <div>
        <p className="paper-app">{m.app_name()}</p>
        <h1>{title}</h1>
        {about && <p>{about}</p>}
        <TrialLine trial={trial} />
      </div>
      {children}
    </header>
  )
}
