import { afterInSight } from '../device/afterInSight.ts'
import { onChange } from '../store/changes.ts'
import { fillReserve } from '../store/reserve.ts'
import { type Database, readEnrolment } from '../store/tables.ts'

const quietMs = 5_000

/** [L8] Holds room back for entries once this phone is enrolled, when nobody waits for anything else. */
export const keepReserve = (database: Database): void => {
  const fill = async (): Promise<void> => {
    if ((await readEnrolment(database)) !== null) await fillReserve(database)
  }
  const later = () => afterInSight(quietMs, () => void fill().catch((error: unknown) => console.error(error)))
  later()
  onChange((change) => change === 'enrolled' && later())
}
