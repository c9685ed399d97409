import type { Answer } from '../../transport/signedRequest.ts'

/** How sending one tier ended: `aside` names why people must look; `later` leaves it waiting. */
export type Sent = { at: 'safe' } | { at: 'aside'; code: string } | { at: 'later' } | { at: 'no-signal' }

/** Answers that say the same of every picture of this kind again: it is set aside, and the rest goes on [L1]. */
const hopeless: { readonly [status: number]: string } = {
  400: 'photo-refused',
  413: 'photo-too-large',
  415: 'photo-not-a-picture',
}

/** What an answer without a receipt comes to. */
export const withoutReceipt = (answer: Answer): Sent => {
  if (answer.at === 'no-signal') return { at: 'no-signal' }
  const code = hopeless[answer.status]
  if (code !== undefined) return { at: 'aside', code }
  return answer.status >= 500 || answer.status === 429 || answer.status === 401 ? { at: 'no-signal' } : { at: 'later' }
}
