import type { Speaker } from '../devices/speaker.ts'
import { Refused } from './refuse.ts'

/** Refuses a device whose rights were taken back. A hand-in is not refused so: it says its receipt with it (`sync.ts`). */
export const notRevoked = ({ revoked }: Speaker): void => {
  if (revoked) throw new Refused(403, 'revoked', 'This device’s rights were taken back.')
}
