import type { SignatureSlot } from '../../../../domain/entries/districtBodies.ts'
import { chosenWords } from '../../../../language/locale.ts'
import { verdictWords } from '../../../../language/verdictWords.ts'
import { m } from '../../../../language/words/messages.js'
import { Blank } from '../Blank.tsx'
import { Box } from '../Box.tsx'
import { BlankHead, type SideProps } from './BlankHead.tsx'

/** The back: photos taken, what it comes to, and who signs. */
export const BlankSignatures = (props: SideProps) => {
  const { checklist, sitting } = props
  const photos = checklist.photos.filter((slot) => slot.sitting === undefined || slot.sitting === sitting)
  return (
    <section className="paper-side">
      <BlankHead {...props} />
      <p className="paper-warning">{m.print_photo_not()}</p>
      <h2>{m.print_photos()}</h2>
      <p className="paper-ticks">
        {photos.map(({ id, title, required }) => (
          <Box key={id} label={`${chosenWords(title)}${required ? ' *' : ''}`} />
        ))}
      </p>
      <h2>{m.check_verdict()}</h2>
      <p className="paper-ticks">
        {Object.entries(verdictWords).map(([verdict, words]) => (
          <Box key={verdict} label={words()} />
        ))}
      </p>
      <Blank label={m.check_mend_what()} wide />
      <Blank label={m.check_mend_by()} />
      <Blank label={m.print_remark()} wide />
      <h2>{m.print_sign()}</h2>
      <p className="paper-ticks">
        <Box label={m.sign_read_done()} />
      </p>
      <p className="paper-under">{m.sign_lead()}</p>
      <table className="paper-table paper-signing">
        <thead>
          <tr>
            <th scope="col">{m.sign_name()}</th>
            <th scope="col">{m.print_sign_here()}</th>
            <th scope="col">{m.print_sign_other()}</th>
          </tr>
        </thead>
        <tbody>
          {checklist.signatures.map((slot) => (
            <Signer key={slot.id} slot={slot} />
          ))}
        </tbody>
      </table>
      <Blank label={m.print_witness()} wide />
      <Blank label={m.print_copied()} wide />
    </section>
  )
}

const Signer = ({ slot }: { slot: SignatureSlot }) => (
  <tr>
    <th scope="row">
      {chosenWords(slot.title)}
      <span className="paper-line" />
    </th>
    <td />
    <td>
      <Blank label={m.print_sign_proxy()} />
      <span className="paper-ticks">
        <Box label={m.sign_absent()} />
        <Box label={m.sign_declined()} />
      </span>
      <Blank label={m.print_sign_why()} />
    </td>
  </tr>
)
