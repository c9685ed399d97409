import type { ReactNode } from 'react'
import { m } from '../../../language/words/messages.js'
import { TrialLine } from '../../../ui/TrialLine.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'

type Props = {
  /** What kind of paper it is, beside the app's name. */
  over?: string
  title: string
  about?: string
  children?: ReactNode
}

/** The head of a sheet: the app's name, what it is, and what stands at its right. */
export const PaperHead = ({ over = '', title, about, children }: Props) => {
  const { trial } = useAreas()
  return (
    <header className="paper-head">
      <div>
        <p className="paper-app">{[m.app_name(), over].filter((text) => text !== '').join(' · ')}</p>
        <h1>{title}</h1>
        {about && <p>{about}</p>}
        <TrialLine trial={trial} />
      </div>
      {children}
    </header>
  )
}
