import { soFarWords } from '../../../language/carryWords.ts'
import { bytesWords } from '../../../language/photoWords.ts'

type Props = { done: number; of: number; words(told: { done: string; total: string }): string }

/** A bar with its number, in bytes; not read out at every step. */
export const Progress = ({ done, of, words }: Props) => {
  const said = words({ done: soFarWords(done), total: bytesWords(of) })
  return (
    <div className="stack tight">
      <p>{said}</p>
      <progress className="bar" value={done} max={of} aria-label={said} />
    </div>
  )
}
