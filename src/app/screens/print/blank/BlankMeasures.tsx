import type { ChecklistItem, ChecklistPublished } from '../../../../domain/entries/districtBodies.ts'
import { itemsOf } from '../../../../domain/foundation/suggestVerdict.ts'
import { wantedWords } from '../../../../language/answerWords.ts'
import { chosenWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { Blank } from '../Blank.tsx'
import { BlankAnswer } from './BlankAnswer.tsx'
import { BlankHead, type SideProps } from './BlankHead.tsx'

/** The front: who measured, and every question of the sitting with room for its answer. */
export const BlankMeasures = (props: SideProps) => {
  const items = itemsOf(props.checklist, props.sitting)
  return (
    <section className="paper-side paper-front">
      <BlankHead {...props} />
      <div className="paper-blanks">
        <Blank label={m.print_measured_by()} />
        <Blank label={m.print_day()} />
        <Blank label={m.print_with()} />
      </div>
      <p className="paper-under">
        {m.print_required()} {m.print_gone_how()} {m.print_photo_here()}
      </p>
      <table className="paper-table paper-questions">
        <thead>
          <tr>
            <th scope="col">{m.review_item()}</th>
            <th scope="col">{m.print_answer()}</th>
            <th scope="col">{m.print_gone_col()}</th>
          </tr>
        </thead>
        {props.checklist.sections.map((section) => (
          <Section key={section.id} section={section} items={items.filter((item) => item.section === section.id)} />
        ))}
      </table>
    </section>
  )
}

type SectionProps = { section: ChecklistPublished['sections'][number]; items: readonly ChecklistItem[] }

const Section = ({ section, items }: SectionProps) =>
  items.length === 0 ? null : (
    <tbody>
      <tr className="paper-group">
        <th colSpan={3} scope="rowgroup">
          {chosenWords(section.title)}
        </th>
      </tr>
      {items.map((item) => (
        <tr key={item.id}>
          <th scope="row">
            {chosenWords(item.title)}
            {item.required && ' *'}
            <span className="paper-under">{hintOf(item)}</span>
          </th>
          <td>
            <BlankAnswer item={item} />
          </td>
          <td />
        </tr>
      ))}
    </tbody>
  )

/** The item's own hint says it better where it has one. */
const hintOf = (item: ChecklistItem): string => (item.hint === undefined ? wantedWords(item) : chosenWords(item.hint))
