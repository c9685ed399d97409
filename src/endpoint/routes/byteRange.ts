export type ByteRange = { start: number; end: number }

/** One range of bytes, both ends included; null: the whole (no range asked for, or several, or one not understood). */
export const byteRange = (header: string | undefined, length: number): ByteRange | 'unsatisfiable' | null => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (match === null || (match[1] === '' && match[2] === '')) return null
  const start = match[1] === '' ? Math.max(0, length - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? length - 1 : Math.min(Number(match[2]), length - 1)
  if (match[1] !== '' && match[2] !== '' && Number(match[2]) < Number(match[1])) return null
  return start >= length || start > end ? 'unsatisfiable' : { start, end }
}

/** Whether `If-None-Match` names this tag, strong or weak. */
export const namesTag = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
