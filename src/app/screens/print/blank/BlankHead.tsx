import type { Sitting } from '../../../../domain/entries/communeBodies.ts'
import type { ChecklistPublished } from '../../../../domain/entries/districtBodies.ts'
import { chosenWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { Blank } from '../Blank.tsx'
import { PaperHead } from '../PaperHead.tsx'

/** Whose foundation: empty where the sheet is for any. */
export type Whose = { name: string; where: string }

export type SideProps = { checklist: ChecklistPublished; sitting: Sitting; whose: Whose }

/** On both sides of the sheet, so that a back that was torn off still says what it belongs to. */
export const BlankHead = ({ checklist, sitting, whose }: SideProps) => (
  <>
    <PaperHead
      over={m.print_version({ title: chosenWords(checklist.title), version: checklist.version })}
      title={sitting === 'before-concrete' ? m.check_before() : m.check_done()}
    >
      <Blank label={m.print_sheet_number()} />
    </PaperHead>
    <div className="paper-blanks">
      <Blank label={m.print_household()} said={whose.name} />
      <Blank label={m.print_where()} said={whose.where} />
    </div>
  </>
)
