/**
 * A signature drawn with the finger, as compact text: strokes of points on a grid 90 wide and 45 high, each point two
 * characters, strokes parted by a space. A hand's usual signature takes 100–250 characters.
 */
export type Stroke = readonly { x: number; y: number }[]

const width = 90
const height = 45
/** What x and y are written with; never changed, for recorded signatures are read by it. */
export const strokeDigits =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+,-./:;<=>?@[]^_`{|}~'

/** Points are fractions of the pad's width and height, 0–1. Points that add nothing to the line are left out. */
export const encodeStrokes = (strokes: readonly Stroke[]): string =>
  strokes
    .map((stroke) =>
      simplified(stroke.map(onGrid))
        .map(({ x, y }) => `${strokeDigits[x]}${strokeDigits[y]}`)
        .join(''),
    )
    .filter((text) => text !== '')
    .join(' ')

/** An SVG path on the grid 90 × 45; empty where the text is none of ours. */
export const signaturePath = (text: string): string =>
  text
    .split(' ')
    .map((stroke) => {
      const points: string[] = []
      for (let at = 0; at + 1 < stroke.length; at += 2) {
        const x = strokeDigits.indexOf(stroke[at] ?? '')
        const y = strokeDigits.indexOf(stroke[at + 1] ?? '')
        if (x < 0 || y < 0) return ''
        points.push(`${x} ${y}`)
      }
      // A dot is a line to itself, so that a round line cap draws it.
      return points.length === 0 ? '' : `M${points.join('L')}${points.length === 1 ? `L${points[0]}` : ''}`
    })
    .join('')

const onGrid = ({ x, y }: { x: number; y: number }) => ({ x: grid(x, width), y: grid(y, height) })
const grid = (fraction: number, size: number): number =>
  Math.min(size - 1, Math.max(0, Math.round(fraction * (size - 1))))

type Point = { x: number; y: number }

/** Ramer–Douglas–Peucker, one grid step of tolerance. */
const simplified = (points: Point[]): Point[] => {
  const first = points[0]
  const last = points.at(-1)
  if (points.length < 3 || first === undefined || last === undefined) return points
  let farthest = 0
  let distance = 0
  for (const [at, point] of points.entries()) {
    const away = fromLine(point, first, last)
    if (away > distance) {
      distance = away
      farthest = at
    }
  }
  if (distance <= 1) return [first, last]
  return [...simplified(points.slice(0, farthest + 1)).slice(0, -1), ...simplified(points.slice(farthest))]
}

const fromLine = (point: Point, a: Point, b: Point): number => {
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  if (length === 0) return Math.hypot(point.x - a.x, point.y - a.y)
  return Math.abs((b.x - a.x) * (a.y - point.y) - (a.x - point.x) * (b.y - a.y)) / length
}
