import { m } from '../../language/words/messages.js'
import { AnchorsDrawing } from './AnchorsDrawing.tsx'
import { DiagonalsDrawing } from './DiagonalsDrawing.tsx'
import { FootingDrawing } from './FootingDrawing.tsx'
import { HeightDrawing } from './HeightDrawing.tsx'
import { LengthDrawing } from './LengthDrawing.tsx'
import { LevelDrawing } from './LevelDrawing.tsx'
import { WidthDrawing } from './WidthDrawing.tsx'
import './drawings.css'

const drawings: { [name: string]: { draw: () => React.JSX.Element; title: () => string } } = {
  length: { draw: LengthDrawing, title: m.drawing_length },
  width: { draw: WidthDrawing, title: m.drawing_width },
  diagonals: { draw: DiagonalsDrawing, title: m.drawing_diagonals },
  height: { draw: HeightDrawing, title: m.drawing_height },
  footing: { draw: FootingDrawing, title: m.drawing_footing },
  anchors: { draw: AnchorsDrawing, title: m.drawing_anchors },
  level: { draw: LevelDrawing, title: m.drawing_level },
}

/** What to measure, by the name that the checklist gives; a checklist newer than this app may name one unknown here. */
export const Drawing = ({ name }: { name: string }) => {
  const known = drawings[name]
  if (known === undefined) return null
  const { draw: Lines, title } = known
  return (
    <svg className="drawing" viewBox="0 0 240 128" role="img" aria-label={title()}>
      <Lines />
    </svg>
  )
}
