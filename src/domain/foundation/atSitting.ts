import { canonicalJson } from '../book/canonicalJson.ts'
import type { Check } from '../build/build.ts'
import type { Sitting } from '../entries/communeBodies.ts'
import { type CheckDraft, startCheck } from './checkDraft.ts'

/**
 * The form at this sitting. What was taken over from an earlier check belongs to that check's sitting: nobody says by it
 * what they saw days later. What was answered here stays; chosen back, what was seen then stands again.
 */
export const atSitting = (draft: CheckDraft, sitting: Sitting, from: Check | null): Partial<CheckDraft> => {
  if (from === null || draft.sitting === sitting) return { sitting }
  const then = startCheck(draft.checklist, draft.date, from)
  if (from.body.sitting === sitting) {
    return {
      sitting,
      answers: { ...then.answers, ...draft.answers },
      photos: then.photos,
      signatures: { ...then.signatures, ...draft.signatures },
      mendWhat: draft.mendWhat || then.mendWhat,
      mendBy: draft.mendBy || then.mendBy,
      remark: draft.remark || then.remark,
    }
  }
  return {
    sitting,
    answers: without(draft.answers, then.answers),
    photos: {},
    signatures: without(draft.signatures, then.signatures),
    mendWhat: draft.mendWhat === then.mendWhat ? '' : draft.mendWhat,
    mendBy: draft.mendBy === then.mendBy ? '' : draft.mendBy,
    remark: draft.remark === then.remark ? '' : draft.remark,
  }
}

type Named<Value> = { [name: string]: Value }

const without = <Value>(now: Named<Value>, then: Named<Value>): Named<Value> =>
  Object.fromEntries(
    Object.entries(now).filter(([name, value]) => {
      const before = then[name]
      return before === undefined || canonicalJson(before) !== canonicalJson(value)
    }),
  )
