import { placeRemarkWords } from '../../language/placeWords.ts'
import { Notice } from '../Notice.tsx'

type Props = { remarks: readonly Parameters<typeof placeRemarkWords>[0][] }

/** A blurred or far place, said in words and metres; it holds nothing up. */
export const PlaceRemarks = ({ remarks }: Props) =>
  remarks.map((remark) => (
    <Notice key={remark.code} tone="amber">
      {placeRemarkWords(remark)}
    </Notice>
  ))
