import type { ClockState } from '../../../domain/time/judgeClock.ts'
import { useLiveStore } from './StoreContext.tsx'

/** The time as this phone believes it, and whether somebody should be asked; `deviceMs`: what its clock says. */
export const useClock = (): ClockState & { deviceMs: number } => {
  const store = useLiveStore()
  return { ...store.clock(), deviceMs: store.device.nowMs() }
}
