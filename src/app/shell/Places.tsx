import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { m } from '../../language/words/messages.js'
import { useMe } from '../store/queries/useMe.ts'
import { useNotSafe } from '../store/queries/useNotSafe.ts'

/** The places, under the thumb on a phone, a rail on a desk; the badge counts what is not safe yet [L5]. */
export const Places = () => {
  const role = useMe()?.role
  const notSafe = useNotSafe()
  return (
    <nav className="places" aria-label={m.nav_label()}>
      <Place href="/" title={m.nav_today()} path="M4 5h16v15H4zM4 9h16" />
      <Place href="/households" title={m.nav_households()} path="M3 12 12 4l9 8M6 10v10h12V10" />
      <Place href="/map" title={m.nav_map()} path="M9 4 3 6.5V20l6-2.5 6 2.5 6-2.5V4l-6 2.5L9 4ZM9 4v13.5M15 6.5V20" />
      {role !== 'recorder' && <Place href="/review" title={m.nav_review()} path="M4 13l5 5L20 6" />}
      {role !== 'recorder' && <Place href="/board" title={m.nav_progress()} path="M5 20V11M12 20V4M19 20v-6" />}
      <Place href="/hand-in" title={m.nav_handin()} path="M12 20V6M6 11l6-6 6 6M5 22h14">
        {notSafe > 0 && (
          <span className="count">
            <span aria-hidden="true">{notSafe}</span>
            <span className="unseen">{m.nav_badge({ count: notSafe })}</span>
          </span>
        )}
      </Place>
      <Place
        href="/people"
        title={m.nav_people()}
        path="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.2 2.6 3.5 5.5"
        desk
      />
    </nav>
  )
}

/** Screens that belong to a place without lying below its path. */
const placesOf: { [href: string]: string[] } = {
  '/': ['/', '/field', '/leave', '/mine', '/my-day', '/take-along', '/same', '/money'],
  '/board': ['/board', '/tents'],
  '/households': ['/households', '/builds', '/print'],
}

const Place = ({
  href,
  title,
  path,
  desk = false,
  children,
}: {
  href: string
  title: string
  path: string
  /** Only on the rail: on a phone it is reached from Hôm nay. */
  desk?: boolean
  children?: ReactNode
}) => {
  const [at] = useLocation()
  const here = (placesOf[href] ?? [href]).some((begin) => at === begin || at.startsWith(`${begin}/`))
  return (
    <Link href={href} className={desk ? 'desk-only' : ''} {...(here ? { 'aria-current': 'page' as const } : {})}>
      <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round" />
      </svg>
      {title}
      {children}
    </Link>
  )
}
