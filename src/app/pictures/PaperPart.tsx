import { type CopiedDraft, sheetSlot, startCopied } from '../../domain/entries/copiedFromPaper.ts'
import type { Location } from '../../domain/place/location.ts'
import { copiedWords } from '../../language/copiedWords.ts'
import { m } from '../../language/words/messages.js'
import { Choices } from '../../ui/form/Choices.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { Folded } from '../../ui/form/Folded.tsx'
import { takeOutPhoto } from '../record/stagedPhoto.ts'
import { useStore } from '../store/queries/StoreContext.tsx'
import { useStagedPhotos } from '../store/queries/useStagedPhotos.ts'
import { MeasuredBy } from './MeasuredBy.tsx'
import { PhotoSlots } from './PhotoSlots.tsx'

type Props = {
  /** The draft that the sheet is photographed for. */
  draft: string
  copied: CopiedDraft | null
  change(copied: CopiedDraft | null): void
  how: 'measured' | 'written'
  /** Where this phone is, for the photo's capture record only. */
  here: Location | null
  wrong(field: string): string | undefined
  left?: (field: string) => () => void
}

/** *Chép từ giấy*, folded and off until it is needed: who measured, when, and a photo of the sheet. */
export const PaperPart = (props: Props) => {
  const { draft, copied, change, how } = props
  const store = useStore()
  const sheets = useStagedPhotos(draft).filter(({ body }) => body.slot === sheetSlot)
  const off = () => {
    change(null)
    // A person said that there is no sheet: its photo goes with the word.
    for (const { photo } of sheets) void takeOutPhoto(store, photo)
  }
  const said = copied === null || copied.measuredBy === '' || copied.measuredOn === '' ? '' : copiedWords(copied, how)
  return (
    <Folded title={m.paper_title()} about={said} open={copied !== null}>
      <p className="soft">{m.paper_lead()}</p>
      <Choices
        legend={m.paper_title()}
        quiet
        many
        options={[{ id: 'on', title: m.paper_on() }]}
        chosen={copied === null ? [] : ['on']}
        change={([on]) => (on === 'on' ? change(startCopied) : off())}
      />
      {copied !== null && <Sheet {...props} copied={copied} sheets={sheets.length} />}
    </Folded>
  )
}

const Sheet = ({
  draft,
  copied,
  change,
  how,
  here,
  wrong,
  left,
  sheets,
}: Props & { copied: CopiedDraft; sheets: number }) => (
  <>
    {sheets > 0 && <p className="soft">{m.paper_sheet_kept()}</p>}
    <MeasuredBy
      label={how === 'measured' ? m.paper_measured_by() : m.paper_written_by()}
      copied={copied}
      change={change}
      left={left?.('measuredBy')}
      wrong={wrong('measuredBy')}
    />
    <Field
      label={how === 'measured' ? m.paper_measured_on() : m.paper_written_on()}
      hint={m.paper_day_hint()}
      type="date"
      value={copied.measuredOn}
      change={(measuredOn) => change({ ...copied, measuredOn })}
      left={left?.('measuredOn')}
      wrong={wrong('measuredOn')}
    />
    <p className="soft">{m.paper_no_place()}</p>
    <PhotoSlots
      draft={draft}
      slots={[{ id: sheetSlot, title: m.paper_sheet(), hint: m.paper_sheet_hint(), required: false }]}
      rule={m.paper_sheet_rule()}
      here={here}
    />
  </>
)
