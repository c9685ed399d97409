import { m } from '../../../language/words/messages.js'

type Props = {
  zoom(by: 1 | -1): void
  /** `off`: nothing is asked of the receiver; `away`: the map was moved off the place that is followed. */
  here: 'off' | 'seeking' | 'centred' | 'away'
  find(): void
}

/** Under the thumb's side of the map, 48 px each; every gesture has its button. */
export const MapTools = ({ zoom, here, find }: Props) => (
  <div className="map-tools">
    <Tool title={m.map_zoom_in()} path="M12 5v14M5 12h14" act={() => zoom(1)} />
    <Tool title={m.map_zoom_out()} path="M5 12h14" act={() => zoom(-1)} />
    <Tool
      title={here === 'off' ? m.map_here() : here === 'away' ? m.map_here_back() : m.map_here_stop()}
      path="M12 2v4M12 18v4M2 12h4M18 12h4M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10Z"
      act={find}
      on={here === 'centred' || here === 'seeking'}
      dot={here !== 'off'}
    />
  </div>
)

type ToolProps = { title: string; path: string; act(): void; on?: boolean; dot?: boolean }

const Tool = ({ title, path, act, on = false, dot = false }: ToolProps) => (
  <button type="button" className={on ? 'map-tool on' : 'map-tool'} aria-label={title} title={title} onClick={act}>
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      {dot && <circle cx="12" cy="12" r="2.5" fill="currentColor" />}
    </svg>
  </button>
)
