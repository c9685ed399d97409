import { type Freed, freePictures } from '../store/freePictures.ts'
import type { LargePictures } from '../store/largePictures.ts'
import { fillReserve } from '../store/reserve.ts'
import type { Store } from '../store/store.ts'

/** A person lets large pictures go from this phone; then the room that entries need is held back again. */
export const makeRoom = async ({ database }: Store, which: keyof LargePictures): Promise<Freed> => {
  const freed = await freePictures(database, which)
  await fillReserve(database)
  return freed
}
