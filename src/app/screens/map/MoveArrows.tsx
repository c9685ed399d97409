import { m } from '../../../language/words/messages.js'

/** Px of the screen a press: at the last zoom some five metres. */
const step = 10

/** For who drags nothing: the pin goes a step that way, by moving the map under it. */
export const MoveArrows = ({ pan }: { pan(east: number, south: number): void }) => (
  // biome-ignore lint/a11y/useSemanticElements: four buttons, no form's field.
  <div className="map-arrows" role="group" aria-label={m.map_placing_move()}>
    <Arrow title={m.map_placing_west()} path="M15 5l-7 7 7 7" act={() => pan(-step, 0)} />
    <Arrow title={m.map_placing_north()} path="M5 15l7-7 7 7" act={() => pan(0, -step)} />
    <Arrow title={m.map_placing_south()} path="M5 9l7 7 7-7" act={() => pan(0, step)} />
    <Arrow title={m.map_placing_east()} path="M9 5l7 7-7 7" act={() => pan(step, 0)} />
  </div>
)

const Arrow = ({ title, path, act }: { title: string; path: string; act(): void }) => (
  <button type="button" className="map-height" aria-label={title} title={title} onClick={act}>
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  </button>
)
