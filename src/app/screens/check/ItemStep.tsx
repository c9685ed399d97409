import { useState } from 'react'
import type { Answer, KnownBy } from '../../../domain/entries/communeBodies.ts'
import type { ChecklistItem } from '../../../domain/entries/districtBodies.ts'
import { goneSlot } from '../../../domain/foundation/goneSlot.ts'
import { judgeAnswer } from '../../../domain/foundation/judgeAnswer.ts'
import { knownByWords } from '../../../language/answerWords.ts'
import { chosenWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Drawing } from '../../../ui/drawings/Drawing.tsx'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Slot } from '../../pictures/PhotoSlot.tsx'
import { PhotoSlots } from '../../pictures/PhotoSlots.tsx'
import { FindingLine } from './FindingLine.tsx'
import { ItemValue } from './ItemValue.tsx'
import { SeenThen } from './SeenThen.tsx'
import type { StepProps } from './stepProps.ts'

/** One question, judged as one types. A remark and *không còn nhìn thấy* wait quietly below until they are needed. */
export const ItemStep = ({ item, ...props }: StepProps & { item: ChecklistItem }) => {
  const { draft, returned, answer: set, goOn, photoDraft, kept, place, other } = props
  const answer = draft.answers[item.id] ?? {}
  const typed = draft.typed[item.id]
  const finding = judgeAnswer(item, answer)
  const [remarking, setRemarking] = useState((answer.remark ?? '') !== '')
  const troubled = finding.is === 'to-mend' || finding.is === 'failed' || finding.is === 'note'
  const { gone, ...seen } = answer
  const change = (now: Answer, nowTyped = typed) =>
    set({
      answers: { ...draft.answers, [item.id]: now },
      ...(nowTyped === undefined ? {} : { typed: { ...draft.typed, [item.id]: nowTyped } }),
    })
  // A well answer by a tap goes on by itself; what is to mend stays for its remark.
  const tapped = (value: string) => !answer.remark && judgeAnswer(item, { value }).is === 'well' && goOn()
  return (
    <>
      <div className="stack">
        <h1 tabIndex={-1}>{chosenWords(item.title)}</h1>
        {item.hint && <p className="soft">{chosenWords(item.hint)}</p>}
        {returned?.review.body.wanted?.includes(item.id) && (
          <Notice tone="amber">{returned.review.body.reason ?? m.review_wanted()}</Notice>
        )}
        <SeenThen item={item} check={other} />
      </div>
      {gone === undefined && (
        <section className="card">
          {item.drawing && <Drawing name={item.drawing} />}
          <ItemValue
            item={item}
            answer={answer}
            answers={draft.answers}
            typed={typed}
            change={change}
            tapped={tapped}
          />
          <FindingLine item={item} answer={answer} finding={finding} />
        </section>
      )}
      {gone !== undefined && (
        <section className="card">
          <Choices<KnownBy>
            legend={m.check_known()}
            options={(['family-photo', 'village-head', 'not-known'] as const).map((id) => ({
              id,
              title: knownByWords[id](),
            }))}
            chosen={[gone.knownBy]}
            change={([knownBy = 'not-known']) => change({ ...seen, gone: { ...gone, knownBy } })}
          />
          <Field
            label={m.check_gone_note()}
            value={gone.note ?? ''}
            change={(note) => change({ ...seen, gone: { ...gone, note } })}
          />
          {gone.knownBy === 'family-photo' && (
            <PhotoSlots draft={photoDraft} slots={[familyPhoto(item)]} here={place.location()} kept={kept} />
          )}
          <FindingLine item={item} answer={answer} finding={finding} />
        </section>
      )}
      {remarking || troubled ? (
        <Field
          label={m.check_remark()}
          lines={2}
          value={answer.remark ?? ''}
          change={(remark) => change({ ...answer, remark })}
        />
      ) : (
        <div className="quiet">
          <button type="button" className="button plain" onClick={() => setRemarking(true)}>
            {m.check_add_remark()}
          </button>
        </div>
      )}
      <div className="quiet">
        <button
          type="button"
          className="button plain"
          aria-pressed={gone !== undefined}
          onClick={() => change(gone === undefined ? { ...seen, gone: { knownBy: 'not-known' } } : seen)}
        >
          {gone === undefined ? m.check_gone() : m.check_gone_back()}
        </button>
      </div>
    </>
  )
}

/** A photo that the family keeps, of what is no longer in sight: chosen, or photographed off their paper or phone. */
const familyPhoto = ({ id, title }: ChecklistItem): Slot => ({
  id: goneSlot(id),
  title: m.check_gone_photo({ item: chosenWords(title) }),
  hint: m.check_gone_photo_hint(),
  required: false,
  ofOthers: true,
})
