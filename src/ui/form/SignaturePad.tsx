import { type PointerEvent, useRef, useState } from 'react'
import { m } from '../../language/words/messages.js'
import './form.css'

type Point = { x: number; y: number }
type Props = {
  /** Whose signature, read out with the pad. */
  label: string
  /** The signature as text, strokes parted by a space. */
  strokes: string
  change(strokes: string): void
  /** Points (fractions of the pad) to text, and text to an SVG path on the grid 90 × 45. */
  encode(strokes: readonly (readonly Point[])[]): string
  draw(text: string): string
  wrong?: string | undefined
}

/** More than any hand needs; an entry has room for so much. */
const longest = 1900

/**
 * Drawn with the finger. Who can't draw here signs one of the other ways: on paper, by somebody in their place. Each
 * stroke is kept when the finger lifts.
 */
export const SignaturePad = ({ label, strokes, change, encode, draw, wrong }: Props) => {
  const [points, setPoints] = useState<readonly Point[]>([])
  const drawing = useRef<number | null>(null)
  const count = strokes === '' ? 0 : strokes.split(' ').length
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (drawing.current !== null) return
    drawing.current = event.pointerId
    event.currentTarget.setPointerCapture(event.pointerId)
    setPoints([pointOf(event)])
  }
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (drawing.current !== event.pointerId) return
    const { currentTarget } = event
    const passed = event.nativeEvent.getCoalescedEvents?.() ?? []
    const more = (passed.length > 0 ? passed : [event]).map((one) => pointOf({ ...placeOf(one), currentTarget }))
    setPoints((before) => [...before, ...more])
  }
  const end = (event: PointerEvent<SVGSVGElement>) => {
    if (drawing.current !== event.pointerId) return
    drawing.current = null
    const grown = [strokes, encode([points])].filter(Boolean).join(' ')
    if (grown.length <= longest) change(grown)
    setPoints([])
  }
  return (
    <div className="signature" data-wrong={wrong !== undefined || undefined}>
      <svg
        viewBox="0 0 90 45"
        role="img"
        aria-label={count === 0 ? m.sign_pad_empty({ who: label }) : m.sign_pad({ who: label, count })}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path className="ground" d="M6 37H84" />
        <path className="ink" d={draw(strokes)} />
        {points.length > 0 && <path className="ink" d={draw(encode([points]))} />}
      </svg>
      {wrong && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
      <div className="side-by-side">
        <button
          type="button"
          className="button"
          disabled={count === 0}
          onClick={() => change(strokes.split(' ').slice(0, -1).join(' '))}
        >
          {m.sign_undo()}
        </button>
        <button type="button" className="button" disabled={count === 0} onClick={() => change('')}>
          {m.sign_clear()}
        </button>
      </div>
    </div>
  )
}

const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => ({ clientX, clientY })

const pointOf = (event: { clientX: number; clientY: number; currentTarget: Element }): Point => {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
}
