import { strokeDigits } from '../../domain/foundation/signatureStrokes.ts'
import type { ColumnReader } from './columnReader.ts'
import type { ColumnWriter } from './columnWriter.ts'
import { NotColumns } from './notColumns.ts'
import { readNumbers, writeNumbers } from './numberColumn.ts'

/** True of drawn signatures: strokes of two characters a point, parted by one space. */
export const areStrokes = (text: string): boolean =>
  text.length > 8 && text.split(' ').every((stroke) => stroke.length > 0 && stroke.length % 2 === 0 && isOnGrid(stroke))

const isOnGrid = (stroke: string): boolean => [...stroke].every((digit) => strokeDigits.includes(digit))

/** Signatures as steps from point to point. */
export const writeStrokes = (out: ColumnWriter, values: readonly string[]): void => {
  const strokes = values.map((value) => value.split(' '))
  writeNumbers(
    out,
    strokes.map(({ length }) => length),
  )
  const all = strokes.flat()
  writeNumbers(
    out,
    all.map(({ length }) => length / 2),
  )
  for (const offset of [0, 1]) {
    let before = 0
    const steps: number[] = []
    for (const stroke of all)
      for (let at = offset; at < stroke.length; at += 2) {
        const now = strokeDigits.indexOf(stroke[at] as string)
        steps.push(now - before)
        before = now
      }
    writeNumbers(out, steps)
  }
}

export const readStrokes = (from: ColumnReader, count: number): string[] => {
  const strokes = readNumbers(from, count)
  const lengths = readNumbers(from, whole(strokes))
  const points = whole(lengths)
  from.spend(points * 2)
  const [xs, ys] = [digitsOf(readNumbers(from, points)), digitsOf(readNumbers(from, points))]
  let [stroke, point] = [0, 0]
  return strokes.map((many) =>
    Array.from({ length: many }, () => {
      let text = ''
      for (let left = lengths[stroke] ?? 0; left > 0; left -= 1) {
        text += `${xs[point]}${ys[point]}`
        point += 1
      }
      stroke += 1
      return text
    }).join(' '),
  )
}

const whole = (counts: readonly number[]): number => {
  if (counts.some((one) => one < 0 || !Number.isSafeInteger(one))) throw new NotColumns('strokes')
  return counts.reduce((sum, one) => sum + one, 0)
}

const digitsOf = (steps: readonly number[]): string[] => {
  let now = 0
  return steps.map((step) => {
    now += step
    const digit = strokeDigits[now]
    if (digit === undefined) throw new NotColumns('strokes')
    return digit
  })
}
