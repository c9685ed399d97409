import { type ReactNode, useState } from 'react'
import { m } from '../../../language/words/messages.js'

const heights = ['low', 'half', 'full'] as const
type Height = (typeof heights)[number]

type Props = { title: ReactNode; children: ReactNode; free?: boolean }

/** What stands beside the map: below it on a phone, at one of three heights by two buttons; left of it on a desk. */
export const Panel = ({ title, children, free = false }: Props) => {
  const [height, setHeight] = useState<Height>('half')
  const at = heights.indexOf(height)
  const go = (to: number) => setHeight(heights[to] ?? height)
  return (
    <section className="map-panel" data-height={free ? 'free' : height}>
      <div className="map-panel-head">
        {title}
        {!free && (
          <div className="map-panel-heights">
            <HeightButton title={m.map_list_lower()} path="M5 9l7 7 7-7" none={at === 0} act={() => go(at - 1)} />
            <HeightButton title={m.map_list_higher()} path="M5 15l7-7 7 7" none={at === 2} act={() => go(at + 1)} />
          </div>
        )}
      </div>
      <div className="map-panel-body">{children}</div>
    </section>
  )
}

const HeightButton = ({ title, path, none, act }: { title: string; path: string; none: boolean; act(): void }) => (
  // Not `disabled`: whoever walks by keys stays on the button that has just done its last.
  <button
    type="button"
    className="map-height"
    aria-label={title}
    title={title}
    aria-disabled={none}
    onClick={() => !none && act()}
  >
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  </button>
)
