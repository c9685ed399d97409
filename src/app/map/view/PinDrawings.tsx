import type { Ref } from 'react'
import type { BuildMark } from '../../../domain/build/build.ts'
import { stages } from '../../../domain/entries/communeBodies.ts'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'
import { drawingOf } from './pinIcon.ts'

const marks: readonly BuildMark[] = ['none', 'waiting', 'to-mend', 'failed', 'paused']
/** Px in a frame of 48. */
const size = 32

/** Every house there can be, drawn once and copied for each pin. */
export const PinDrawings = ({ ref }: { ref: Ref<HTMLDivElement> }) => (
  <div ref={ref} hidden>
    {stages.flatMap((stage) =>
      marks.map((mark) => (
        <div key={`${stage} ${mark}`} data-drawing={drawingOf({ stage, mark })}>
          <HouseDrawing stage={stage} mark={mark} size={size} label="" />
        </div>
      )),
    )}
  </div>
)
