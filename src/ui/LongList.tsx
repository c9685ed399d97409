import { type ReactNode, useEffect, useRef, useState } from 'react'

type Props<Item> = {
  items: readonly Item[]
  /** Draws an item as one `<li>`; `place` is where it stands in the whole list. */
  draw(item: Item, place: { at: number; of: number }): ReactNode
}

/** Rows come and go by so many, so that little is done while one scrolls. */
const step = 20
/** So many px before and after the screen are drawn: Tab and a reading finger always find a next row. */
const ahead = 800
/** A row's height before one was measured, in px. */
const guessed = 65

/**
 * A list of any length, of which only the rows near the screen are drawn; above and below stand empty rows as high as
 * those left out, so the scroll bar tells the truth.
 */
export const LongList = <Item,>({ items, draw }: Props<Item>) => {
  const list = useRef<HTMLUListElement>(null)
  const row = useRef(guessed)
  const [{ from, to }, setDrawn] = useState({ from: 0, to: step })
  const of = items.length

  // biome-ignore lint/correctness/useExhaustiveDependencies: another length, another place on the screen.
  useEffect(() => {
    const look = () => {
      if (list.current === null) return
      const above = -list.current.getBoundingClientRect().top
      const first = Math.max(0, Math.floor((above - ahead) / row.current / step) * step)
      const last = Math.ceil((above + window.innerHeight + ahead) / row.current / step) * step
      setDrawn((now) => (now.from === first && now.to === last ? now : { from: first, to: last }))
    }
    const measure = () => {
      row.current = averageHeight(list.current) ?? row.current
      look()
    }
    measure()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', measure)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', measure)
    }
  }, [of])

  // A list that became shorter begins again where it ends.
  const begin = Math.min(from, Math.max(0, Math.floor((of - 1) / step) * step))
  const end = Math.min(of, Math.max(to, begin + step))
  return (
    <ul className="list" ref={list}>
      {begin > 0 && <Gap height={begin * row.current} />}
      {items.slice(begin, end).map((item, at) => draw(item, { at: begin + at + 1, of }))}
      {end < of && <Gap height={(of - end) * row.current} />}
    </ul>
  )
}

const Gap = ({ height }: { height: number }) => <li className="gap" aria-hidden="true" style={{ height }} />

const averageHeight = (list: HTMLUListElement | null): number | null => {
  const rows = list?.querySelectorAll<HTMLElement>(':scope > li:not(.gap)') ?? []
  const first = rows[0]
  const last = rows[rows.length - 1]
  if (first === undefined || last === undefined) return null
  return (last.getBoundingClientRect().bottom - first.getBoundingClientRect().top) / rows.length
}
