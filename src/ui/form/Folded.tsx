import { type ReactNode, useState } from 'react'
import './form.css'

type Props = {
  title: string
  /** What is in it, in a few words, read without opening it. */
  about?: string
  /** Open from the beginning, where something stands in it already. */
  open?: boolean
  children: ReactNode
}

/** A calm group that waits until somebody needs it; the browser's own, so that keys and search reach it. */
export const Folded = ({ title, about = '', open = false, children }: Props) => {
  // Only how it begins: a field that is emptied must not close under the hand.
  const [begun] = useState(open)
  return (
    <details className="folded" open={begun}>
      <summary>
        <span className="title">{title}</span>
        {about !== '' && <span className="soft about">{about}</span>}
      </summary>
      <div className="inside">{children}</div>
    </details>
  )
}
