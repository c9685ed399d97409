import type { ReactNode } from 'react'
import { Notice } from '../Notice.tsx'
import { SavedSign } from './SavedSign.tsx'

type Props = {
  /** Why it could not be saved, in words. */
  failed: string | undefined
  saved: Parameters<typeof SavedSign>[0]['saved']
  /** What the button says. */
  label: string
  /** Without it the form's own submit is meant. */
  save?: () => void
  /** More to say above the button. */
  children?: ReactNode
}

/** What stands under the thumb of every form: what went wrong, where the draft stands, and the one main action. */
export const FormFoot = ({ failed, saved, label, save, children }: Props) => (
  <div className="foot">
    {failed && <Notice tone="red">{failed}</Notice>}
    <SavedSign saved={saved} />
    {children}
    <button type={save === undefined ? 'submit' : 'button'} className="button main wide" onClick={save}>
      {label}
    </button>
  </div>
)
