import { useState } from 'react'
import { build } from '../../device/build.ts'
import { useLiveStore } from './StoreContext.tsx'

/** What stands in a sheet's foot: who printed it, when (the moment the sheet was opened), by which version. */
export type Printing = { by: string; ms: number; build: string }

export const usePrinting = (): Printing => {
  const { device, enrolment } = useLiveStore()
  const [ms] = useState(() => device.nowMs())
  return { by: enrolment?.person.name ?? '', ms, build }
}
