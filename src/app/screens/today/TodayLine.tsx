import { LeaveLine } from './LeaveLine.tsx'
import { TakeAlongLine } from './TakeAlongLine.tsx'

/** The quiet line over *Hôm nay*: what is missing for the road; in a village (its id), what is missing before one leaves. */
export default function TodayLine({ village }: { village: string }) {
  return village === '' ? <TakeAlongLine /> : <LeaveLine village={village} />
}
