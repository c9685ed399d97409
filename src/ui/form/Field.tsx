import { useId } from 'react'
import { paperNumberWords } from '../../language/paperNumberWords.ts'

type Props = {
  label: string
  value: string
  change(value: string): void
  /** The field was left: from now on what is wrong with it may be said. */
  left?: (() => void) | undefined
  hint?: string | undefined
  /** Said beside the field, in words. */
  wrong?: string | undefined
  type?: 'text' | 'search' | 'tel' | 'number' | 'date'
  lines?: number
  /** A number pad with a decimal key; the text stays as typed. */
  decimal?: boolean
  /** Letters of a code, not words: no capitals, marks or mending by the keyboard. */
  code?: boolean
  autoComplete?: string
}

/** As many letters as an entry's field may hold. */
const longestLine = 200
const longestText = 4000

/** A labelled field; what is wrong with it is said right beside it. */
export const Field = ({
  label,
  value,
  change,
  left,
  hint,
  wrong,
  type = 'text',
  lines = 1,
  decimal = false,
  code = false,
  autoComplete = 'off',
}: Props) => {
  const id = useId()
  const notice = code || decimal || !isWritten(type, value) ? undefined : paperNumberWords(value)
  const said = [hint && `${id}-hint`, notice && `${id}-notice`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  const common = {
    id,
    value,
    autoComplete,
    onBlur: left,
    'aria-invalid': wrong !== undefined,
    ...(decimal ? { inputMode: 'decimal' as const } : {}),
    // Keyboards put no Vietnamese marks into an address.
    ...(code ? { inputMode: 'url' as const, autoCapitalize: 'characters', autoCorrect: 'off', spellCheck: false } : {}),
    ...(said === '' ? {} : { 'aria-describedby': said }),
  }
  return (
    <div className="field" data-wrong={wrong !== undefined || undefined}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="soft" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {lines > 1 ? (
        <textarea {...common} rows={lines} maxLength={longestText} onChange={(event) => change(event.target.value)} />
      ) : (
        <input {...common} type={type} maxLength={longestLine} onChange={(event) => change(event.target.value)} />
      )}
      {notice && (
        <span className="notice amber" id={`${id}-notice`} role="status">
          {notice}
        </span>
      )}
      {wrong && (
        <span className="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
    </div>
  )
}

/** Where people write: not what is counted, dated or searched for. No telephone has twelve digits without a plus. */
const isWritten = (type: Props['type'], value: string): boolean =>
  type === 'text' || (type === 'tel' && value.replace(/\D/g, '').length === 12)
