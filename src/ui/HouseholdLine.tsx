import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { HouseDrawing, type HouseMark, type HouseStage } from './HouseDrawing.tsx'

type Props = {
  href: string
  name: string
  about: string
  stage: HouseStage
  stageTitle: string
  mark?: HouseMark
  /** Where it stands in a list of which only a part is drawn. */
  place?: { at: number; of: number }
  children?: ReactNode
}

/** A household on a list: the whole row is the target. */
export const HouseholdLine = ({ href, name, about, stage, stageTitle, mark = 'none', place, children }: Props) => (
  <li aria-posinset={place?.at} aria-setsize={place?.of}>
    <Link className="row" href={href}>
      <HouseDrawing stage={stage} mark={mark} label={stageTitle} />
      <span className="what">
        <span className="name">{name}</span>
        <span className="soft">{about}</span>
      </span>
      {children}
    </Link>
  </li>
)
