import { m } from './words/messages.js'

const words: { [trouble: string]: () => string } = {
  offline: m.admin_trouble_network,
  network: m.admin_trouble_network,
  'not-the-endpoint': m.admin_trouble_other_page,
  protocol: m.admin_trouble_protocol,
  clock: m.admin_trouble_clock,
  'not-your-role': m.admin_trouble_role,
  revoked: m.admin_trouble_revoked,
  'unknown-device': m.admin_trouble_unknown,
  'not-found': m.admin_trouble_gone,
  'bad-request': m.admin_trouble_content,
  'too-large': m.admin_trouble_content,
  'too-many': m.admin_trouble_busy,
  busy: m.admin_trouble_busy,
}

/** Why a question to the endpoint has no answer. */
export const askedTroubleWords = (trouble: string, seconds: number): string =>
  trouble === 'time-out' ? m.admin_trouble_time_out({ seconds }) : (words[trouble] ?? m.admin_trouble_refused)()

/** Why something that was asked for was not done, or may have been. */
export const deedTroubleWords = (trouble: string): string => {
  // Nothing was sent; in the next three cases it was, and only the answer is missing.
  if (trouble === 'offline') return m.admin_deed_offline()
  if (['network', 'time-out', 'not-the-endpoint'].includes(trouble)) return m.admin_deed_unsure()
  return (words[trouble] ?? m.admin_trouble_refused)()
}
