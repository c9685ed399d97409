import type { CheckStep, StepState } from '../../../domain/foundation/checkSteps.ts'
import { chosenWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'

export const stepTitle = (step: CheckStep): string => {
  switch (step.kind) {
    case 'place':
      return m.check_begin()
    case 'item':
      return chosenWords(step.item.title)
    case 'photos':
      return m.check_photos()
    case 'verdict':
      return m.check_verdict()
    case 'signatures':
      return m.sign_title()
  }
}

/** A sign and a word for how a step stands: never a colour alone. */
export const stepSign: { [S in StepState]: { sign: string; words: () => string } } = {
  open: { sign: '', words: m.step_open },
  optional: { sign: '–', words: m.step_optional },
  done: { sign: '✓', words: m.step_done },
  gone: { sign: '✓', words: m.step_gone },
  'to-mend': { sign: '!', words: m.step_to_mend },
  failed: { sign: '✕', words: m.step_failed },
}
