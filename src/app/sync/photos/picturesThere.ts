import { haveAnswer } from '../../../wire/messages/photos.ts'
import { ask, type PhotoLink } from './photoLink.ts'

/** Hashes of one question. */
const most = 1000

/** Which of these pictures the endpoint has; null where there is no signal. It is no receipt: only a hint what to send. */
export const picturesThere = async (
  link: PhotoLink,
  hashes: readonly string[],
): Promise<ReadonlySet<string> | null> => {
  const there = new Set<string>()
  for (let from = 0; from < hashes.length; from += most) {
    const body = new TextEncoder().encode(JSON.stringify({ sha256: hashes.slice(from, from + most) }))
    const headers = { 'content-type': 'application/json' }
    const answer = await ask(link, { method: 'POST', path: '/api/photos/have', body, headers })
    const have = answer.at === 'answer' && answer.status === 200 ? haveAnswer.safeParse(answer.json) : null
    if (!have?.success) return null
    for (const sha256 of have.data.have) there.add(sha256)
  }
  return there
}
