import type { Day } from '../../../domain/entries/communeBodies.ts'
import type { Role } from '../../../domain/entries/mayWrite.ts'
import { dayOf } from '../../../domain/time/day.ts'
import type { BookRef } from '../tables.ts'
import { useLiveStore } from './StoreContext.tsx'

/** Who works with this phone; null before it is enrolled. `books` are the communes, without the district's own. */
export type Me = { device: string; person: { id: string; name: string }; role: Role; books: BookRef[]; today: Day }

export const useMe = (): Me | null => {
  const store = useLiveStore()
  const { enrolment } = store
  if (enrolment === null) return null
  const { person, role, books } = enrolment
  return { device: enrolment.device, person, role, books: books.slice(1), today: dayOf(store.clock().nowMs) }
}
