import type { Check } from '../../../domain/build/build.ts'
import { partIn } from '../../../domain/build/mayReview.ts'
import { mayHaveJoined } from '../../../domain/people/companions.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'

type Props = { check: Check; me: { id: string; name: string } }

/** Why this person doesn't review this check, or a question where somebody of their name came along. */
export const MayNot = ({ check, me }: Props) => {
  const part = partIn(check, me.id)
  if (part !== null)
    return <Notice tone="amber">{part === 'made' ? m.review_own_made() : m.review_own_joined()}</Notice>
  return mayHaveJoined(check.body.with ?? [], me.name) ? <Notice tone="amber">{m.review_same_name()}</Notice> : null
}
