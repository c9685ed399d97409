import { Link } from 'wouter'
import type { ShareEnd } from '../../../domain/maps/shareEnd.ts'
import { m } from '../../../language/words/messages.js'
import { useMapChoices } from '../../store/queries/useMapChoices.ts'
import { useSharedMap } from '../../store/queries/useSharedMap.ts'
import { MapChoice } from './MapChoice.tsx'
import { SharedMap } from './SharedMap.tsx'
import { TakingNews } from './TakingNews.tsx'
import { useTakingMaps } from './useTakingMaps.ts'

/** The maps that come along: what is here, what there is, what each weighs; from the endpoint or from a file. */
export default function TakeMaps({ shareEnd }: { shareEnd: ShareEnd | null }) {
  const maps = useMapChoices()
  const { shared, drop } = useSharedMap()
  const taking = useTakingMaps(shareEnd)
  const { coming } = taking
  if (maps === null) return null
  const nothing = maps.choices.length === 0
  const news = <TakingNews taking={taking} />
  return (
    <>
      {shared !== null && (
        <SharedMap
          file={shared}
          idle={coming === null}
          take={() => taking.takeShared(shared, drop)}
          drop={() => void drop(shared)}
        />
      )}
      {taking.ofShared && news}
      <section className="card" aria-labelledby="maps">
        <h2 id="maps">{m.map_packs()}</h2>
        {nothing && <p className="soft">{maps.heardMs === null ? m.map_packs_unknown() : m.map_packs_not_offered()}</p>}
        <ul className="stack">
          {maps.choices.map((choice) => (
            <MapChoice key={choice.pack.id} choice={choice} taking={taking} />
          ))}
        </ul>
        {!taking.ofShared && news}
        {coming === null && (
          <label className="button file">
            {m.map_pack_file()}
            <input
              type="file"
              accept=".pmtiles"
              aria-label={m.map_pack_file()}
              onChange={({ target }) => {
                const [file] = target.files ?? []
                if (file !== undefined) taking.takeIn(file)
                target.value = ''
              }}
            />
          </label>
        )}
        {maps.choices.some(({ standing: { at } }) => at === 'whole' || at === 'older') && (
          <Link className="button" href="/map">
            {m.map_packs_look()}
          </Link>
        )}
      </section>
    </>
  )
}
