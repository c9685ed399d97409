import { useState } from 'react'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { LongList } from '../../../ui/LongList.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Mine } from '../../store/queries/useMine.ts'
import { MineRow } from './MineRow.tsx'

/** One tap a household, one for the whole village, and back again by another. */
export const MineList = ({ rows, mine }: { rows: readonly HouseholdRow[]; mine: Mine }) => {
  const [before, setBefore] = useState<{ ids: ReadonlySet<string>; said: string } | null>(null)
  const [failed, setFailed] = useState(false)
  /** Mine first, as they were when that was asked for: no row jumps away under the finger. */
  const [first, setFirst] = useState<ReadonlySet<string> | null>(null)
  const taken = rows.filter(({ id }) => mine.ids.has(id)).length
  const change = (act: (ids: ReadonlySet<string>) => ReadonlySet<string>) =>
    void mine.change(act).then((kept) => setFailed(!kept))
  const all = (said: string, act: (ids: Set<string>, id: string) => void) => {
    setBefore({ ids: mine.ids, said })
    change((ids) => {
      const next = new Set(ids)
      for (const { id } of rows) act(next, id)
      return next
    })
  }
  const toggle = (id: string) => {
    setBefore(null)
    change((ids) => (ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id])))
  }
  const shown =
    first === null ? rows : [...rows.filter(({ id }) => first.has(id)), ...rows.filter(({ id }) => !first.has(id))]
  const count = numberWords(rows.length)
  return (
    <section className="stack" aria-labelledby="mine-list">
      <h2 id="mine-list">{m.mine_list()}</h2>
      <p role="status">{m.mine_count({ mine: numberWords(taken), count })}</p>
      <div className="choices">
        {taken < rows.length && (
          <button
            type="button"
            className="button"
            onClick={() => all(m.mine_did_all({ count }), (ids, id) => ids.add(id))}
          >
            {m.mine_all()}
          </button>
        )}
        {taken > 0 && (
          <button type="button" className="button" onClick={() => all(m.mine_did_none(), (ids, id) => ids.delete(id))}>
            {m.mine_none()}
          </button>
        )}
        {taken > 0 && taken < rows.length && (
          <button
            type="button"
            className="button"
            aria-pressed={first !== null}
            onClick={() => setFirst(first === null ? mine.ids : null)}
          >
            {m.mine_only()}
          </button>
        )}
      </div>
      {failed && <Notice tone="red">{m.mine_failed()}</Notice>}
      {before !== null && (
        <div className="notice undo" role="status">
          <span>{before.said}</span>
          <button
            type="button"
            className="button plain"
            onClick={() => {
              change(() => before.ids)
              setBefore(null)
            }}
          >
            {m.mine_undo()}
          </button>
        </div>
      )}
      <LongList
        items={shown}
        draw={(row, place) => (
          <MineRow key={row.id} row={row} place={place} mine={mine.ids.has(row.id)} toggle={() => toggle(row.id)} />
        )}
      />
    </section>
  )
}
