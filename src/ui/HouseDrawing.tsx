export type HouseStage =
  | 'planned'
  | 'foundation'
  | 'foundation-checked'
  | 'kit-delivered'
  | 'frame'
  | 'closed-in'
  | 'completed'
  | 'handed-over'
export type HouseMark = 'none' | 'waiting' | 'to-mend' | 'failed' | 'paused'

const order: readonly HouseStage[] = [
  'planned',
  'foundation',
  'foundation-checked',
  'kit-delivered',
  'frame',
  'closed-in',
  'completed',
  'handed-over',
]

type Props = { stage: HouseStage; mark?: HouseMark; treatment?: boolean; size?: number; label: string }

/** The sign of the whole app: foundation, frame, walls and roof fill in as the build goes on. 20–96 px. */
export const HouseDrawing = ({ stage, mark = 'none', treatment = false, size = 44, label }: Props) => {
  const at = order.indexOf(stage)
  return (
    <svg className="house" width={size} height={size} viewBox="0 0 64 64" role="img" aria-label={label}>
      <path d="M6 57H58" stroke="var(--soft)" strokeWidth="2.5" strokeLinecap="round" />
      {at < 4 && <Outline />}
      <Base at={at} />
      {at === 3 && <Parts />}
      {at >= 4 && <Built at={at} />}
      {treatment && <Cross />}
      <Mark at={at} mark={mark} />
    </svg>
  )
}

const Outline = () => (
  <path
    d="M8 30 32 9l24 21M14 28v19M50 28v19"
    fill="none"
    stroke="var(--ghost)"
    strokeWidth="3"
    strokeDasharray="5 4"
    strokeLinecap="round"
    strokeLinejoin="round"
  />
)

const Base = ({ at }: { at: number }) => {
  if (at === 0)
    return (
      <rect
        x="10"
        y="47"
        width="44"
        height="9"
        fill="none"
        stroke="var(--ghost)"
        strokeWidth="2"
        strokeDasharray="4 3"
      />
    )
  if (at > 1) return <rect x="9" y="46" width="46" height="11" rx="2" fill="var(--brick)" />
  return (
    <g>
      <rect x="10" y="47" width="44" height="9" fill="var(--card)" stroke="var(--brick)" strokeWidth="3" />
      <path d="M16 56l7-9M26 56l7-9M36 56l7-9M46 56l6-8" stroke="var(--brick)" strokeWidth="3" />
    </g>
  )
}

const Parts = () => (
  <path d="M20 42.5h24M18 37h24M22 31.5h22" stroke="var(--indigo)" strokeWidth="4" strokeLinecap="round" />
)

const Built = ({ at }: { at: number }) => (
  <g stroke="var(--indigo)" strokeLinejoin="round" strokeLinecap="round">
    {at > 4 && <path d="M13 28v18h38V28L32 11Z" fill={at > 5 ? 'var(--wall)' : 'var(--card)'} strokeWidth="3" />}
    {at === 4 && <path d="M14 28v18M50 28v18M32 11v35M14 33h36" fill="none" strokeWidth="3.5" />}
    <path d="M7 30 32 9l25 21" fill="none" strokeWidth={at === 4 ? 3.5 : 6} />
    {at > 5 && (
      <g>
        <rect x="19" y="33" width="9" height="13" fill="var(--indigo)" strokeWidth="1" />
        <rect x="36" y="33" width="9" height="8" fill={at === 7 ? 'var(--glow)' : 'var(--card)'} strokeWidth="2.5" />
      </g>
    )}
    {at === 7 && <path d="M46 9c3-2-2-4 1-7" fill="none" stroke="var(--soft)" strokeWidth="2" />}
  </g>
)

const Cross = () => <path d="M32 16v9M27.5 20.5h9" stroke="var(--red)" strokeWidth="3.5" strokeLinecap="round" />

/** The tick is the inspector's; a mark to mend or failed is the check's. Each has a shape of its own, not only a colour. */
const Mark = ({ at, mark }: { at: number; mark: HouseMark }) => {
  if (mark === 'to-mend') return <Sign ground="var(--amber)" path="M52 43v6M52 53v.5" />
  if (mark === 'failed') return <Sign ground="var(--red)" path="M48.5 44.5l7 7M55.5 44.5l-7 7" />
  if (mark === 'waiting') return <Sign ground="var(--indigo)" path="M52 43.5v4.5h3.5" />
  if (mark === 'paused') return <Sign ground="var(--soft)" path="M50 44.5v7M54 44.5v7" />
  return at === 2 ? <Sign ground="var(--leaf)" path="M48 48.5l3 3 5-6" /> : null
}

const Sign = ({ ground, path }: { ground: string; path: string }) => (
  <g>
    <circle cx="52" cy="48" r="10" fill={ground} stroke="var(--card)" strokeWidth="2.5" />
    <path d={path} fill="none" stroke="var(--card)" strokeWidth="2.8" strokeLinecap="round" strokeLinejoin="round" />
  </g>
)
