import type { ChecklistPublished } from '../../../domain/entries/districtBodies.ts'
import type { CheckDraft } from '../../../domain/foundation/checkDraft.ts'
import { type CheckStep, stateOf } from '../../../domain/foundation/checkSteps.ts'
import { m } from '../../../language/words/messages.js'
import { Tag } from '../../../ui/Tag.tsx'
import type { StepProps } from './stepProps.ts'
import { stepSign, stepTitle } from './stepWords.ts'

type Props = {
  steps: readonly CheckStep[]
  at: number
  draft: CheckDraft
  checklist: ChecklistPublished
  returned: StepProps['returned']
  goTo(step: number): void
}

/** Every step with how it stands; a tap goes there. */
export const StepList = ({ steps, at, draft, checklist, returned, goTo }: Props) => {
  const wanted = returned?.review.body.wanted ?? []
  return (
    <section className="stack">
      <h1 tabIndex={-1}>{m.check_all_steps()}</h1>
      <ol className="list step-list">
        {steps.map((step, index) => {
          const state = stateOf(step, draft, checklist)
          const { sign, words } = stepSign[state]
          return (
            <li key={step.kind === 'item' ? step.item.id : step.kind}>
              <button
                type="button"
                className="row"
                aria-current={index === at ? 'step' : undefined}
                onClick={() => goTo(index)}
              >
                <span className={`sign ${state}`} aria-hidden="true">
                  {sign}
                </span>
                <span className="what">
                  <span className="name">{stepTitle(step)}</span>
                  {state !== 'done' && <span className="soft">{words()}</span>}
                  {state === 'done' && <span className="unseen">{words()}</span>}
                </span>
                {step.kind === 'item' && wanted.includes(step.item.id) && <Tag tone="amber">{m.review_wanted()}</Tag>}
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
