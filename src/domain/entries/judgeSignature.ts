import type { Signature } from './communeBodies.ts'
import type { Refusal } from './refusal.ts'

/**
 * One signer's slot, the same at the phone and at the endpoint. Nobody must sign; but each way says what makes it
 * believable: strokes on the device, who signs in place and as what, why somebody declined, a witness who is another.
 */
export const judgeSignature = ({ slot, how, name, strokes, proxy, reason, witness }: Signature): Refusal[] => {
  const field = `signature-${slot}`
  const when = (wrong: boolean, part: string, code: string): Refusal[] =>
    wrong ? [{ field: part === '' ? field : `${field}-${part}`, code }] : []
  const signer = how === 'by-proxy' ? proxy?.name : name
  return [
    ...when(how === 'declined' && blank(reason), '', 'declined-reason'),
    ...when(how === 'by-proxy' && blank(proxy?.name), '', 'proxy-name'),
    ...when(how === 'by-proxy' && !blank(proxy?.name) && same(proxy?.name, name), '', 'proxy-other'),
    ...when(how === 'by-proxy' && blank(proxy?.relation), 'relation', 'proxy-relation'),
    ...when(how === 'on-device' && blank(strokes), '', 'strokes-missing'),
    // [R-check-05] A fingerprint stays on paper: no line drawn on the phone stands for one.
    ...when(how === 'fingerprint-on-paper' && !blank(strokes), '', 'fingerprint-strokes'),
    ...when(!blank(witness) && same(witness, signer), 'witness', 'witness-other'),
  ]
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

/** To the letter: names that differ by one mark are two people's. */
const same = (a: string | undefined, b: string | undefined): boolean =>
  !blank(a) && !blank(b) && a?.trim().normalize('NFC') === b?.trim().normalize('NFC')
