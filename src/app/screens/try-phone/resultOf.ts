import { dayOf } from '../../../domain/time/day.ts'
import type { PhoneTried } from '../../../domain/try-phone/phoneTried.ts'
import { triedText } from '../../../language/tryPhoneWords.ts'
import { aboutPhone } from '../../record/tryPhone.ts'

/** What was found, as plain text, and the name of a file of it: both say nobody's name. */
export const resultOf = (tried: PhoneTried): { text: string; name: string } => {
  const day = dayOf(tried.begunMs)
  return { text: triedText(tried, day, aboutPhone()), name: `mai-am-thu-may-${day}.txt` }
}
