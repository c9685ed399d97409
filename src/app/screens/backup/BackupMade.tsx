import { numberWords } from '../../../language/locale.ts'
import { bytesWords } from '../../../language/photoWords.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { mayPassOn, passOn } from '../../carry/passOnBackup.ts'
import type { Backup } from '../../carry/saveBackup.ts'

/** The file that was made, and the ways to have it once more. */
export const BackupMade = ({ made }: { made: Extract<Backup, { ok: true }> }) => {
  const { file, entries, photos, left } = made
  return (
    <>
      <Notice tone="leaf">
        {m.carry_done({
          name: file.name,
          size: bytesWords(file.size),
          entries: numberWords(entries),
          photos: numberWords(photos),
        })}
      </Notice>
      {left > 0 && <Notice tone="amber">{m.carry_left({ count: numberWords(left) })}</Notice>}
      <div className="side-by-side">
        {mayPassOn(file) && (
          <button type="button" className="button main" onClick={() => void passOn(file, 'share')}>
            {m.carry_share()}
          </button>
        )}
        <button type="button" className="button" onClick={() => void passOn(file, 'download')}>
          {m.carry_again()}
        </button>
      </div>
    </>
  )
}
