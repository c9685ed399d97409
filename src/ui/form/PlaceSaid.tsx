import { missingPlaceWords, placeRemarkWords } from '../../language/placeWords.ts'

type Props = {
  here: { at: string; why?: keyof typeof missingPlaceWords }
  remarks: readonly Parameters<typeof placeRemarkWords>[0][]
}

/** What is to say of a place that is taken quietly, above the button that saves: none came, blurred, far away. */
export const PlaceSaid = ({ here, remarks }: Props) => (
  <>
    {here.at === 'missing' && here.why !== undefined && <p className="soft">{missingPlaceWords[here.why]()}</p>}
    {remarks.map((remark) => (
      <p className="soft" role="status" key={remark.code}>
        {placeRemarkWords(remark)}
      </p>
    ))}
  </>
)
