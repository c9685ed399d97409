import type { Day } from '../../domain/entries/communeBodies.ts'
import { keepAnsweredDay } from '../store/clockMark.ts'
import type { Store } from '../store/store.ts'

/** Which day it is, as somebody answered where this phone's clock is doubtful. */
export const answerDay = async (store: Store, day: Day): Promise<void> => {
  await keepAnsweredDay(store.database, store.device, day)
  await store.settled()
}
