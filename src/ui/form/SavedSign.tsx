import { timeWords } from '../../language/locale.ts'
import { m } from '../../language/words/messages.js'
import { Notice } from '../Notice.tsx'
import './form.css'

type Saved = { at: 'nothing' } | { at: 'saving' } | { at: 'saved'; ms: number } | { at: 'failed' }

/** Where the draft stands, always in sight: said only after it is on the disk [I1]. */
export const SavedSign = ({ saved }: { saved: Saved }) => {
  if (saved.at === 'failed') return <Notice tone="red">{m.draft_failed()}</Notice>
  return (
    <p className="soft saved-sign" role="status">
      {saved.at === 'saving' && m.draft_saving()}
      {saved.at === 'saved' && `✓ ${m.draft_saved({ time: timeWords(saved.ms) })}`}
    </p>
  )
}
