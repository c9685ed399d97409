import { stages } from '../../../domain/entries/communeBodies.ts'
import type { MapFilter } from '../../../domain/map/mapFilter.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { m } from '../../../language/words/messages.js'

type Props = { filter: MapFilter; change(filter: MapFilter): void }

/** What stands on the map: the phone's own picker for the stage, a button for each other question. */
export const MapFilters = ({ filter, change }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be a row that wraps in every browser.
  <div className="map-filters" role="group" aria-label={m.map_filters()}>
    <select
      className={filter.stage === null ? 'chip' : 'chip on'}
      aria-label={m.map_stage()}
      value={filter.stage ?? ''}
      onChange={({ target }) => change({ ...filter, stage: stages.find((stage) => stage === target.value) ?? null })}
    >
      <option value="">{filter.stage === null ? m.map_stage() : m.map_all_stages()}</option>
      {stages.map((stage) => (
        <option key={stage} value={stage}>
          {stageWords[stage]()}
        </option>
      ))}
    </select>
    <Chip on={filter.notMet} title={m.map_not_met()} turn={(notMet) => change({ ...filter, notMet })} />
    <Chip on={filter.returned} title={m.map_returned()} turn={(returned) => change({ ...filter, returned })} />
    <Chip on={filter.mine} title={m.map_mine()} turn={(mine) => change({ ...filter, mine })} />
  </div>
)

const Chip = ({ on, title, turn }: { on: boolean; title: string; turn(on: boolean): void }) => (
  <button type="button" className={on ? 'chip on' : 'chip'} aria-pressed={on} onClick={() => turn(!on)}>
    {title}
  </button>
)
