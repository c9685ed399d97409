/**
 * Words that both sides know by their place in this list: names of fields, kinds, what is chosen from. Never changed and
 * never added to, for a body is read by it: a longer list is another form with a name of its own.
 */
export const knownWords: readonly string[] = `
  headName gender birthYear otherName spouseName spouseBirthYear village members ethnicity language phone
  landmark wayIn location dwelling dwellingSince oldHouseDown note from copied noticeRead set settles name date
  outcome met awayWhere with purposes findings needs next interpreter told clock type work model plannedStart hold
  stage value remark gone slot how strokes proxy reason witness checklist sitting answers photos signatures verdict
  reasons mend readAloud answersReview check decision returnFor wanted source form state vnd days what quantity unit
  by to fulfils sameAs photo bytes width height mime preview thumbhash takenAt clockOffset caption consent bytesKept
  area title level word parent border until successor centre book trial person team id section hint required drawing
  kind well bad expected min max tolerance decimals count maxDifference length version sections items place old-house
  tent lodging new-house unknown other woman man unsaid met-head met-other away not-receiving moved
  deceased survey mobilise help-build tell-result deliver money cement sand-gravel labour transport levelling water
  papers field working-far planned foundation foundation-checked kit-delivered frame closed-in completed handed-over
  house treatment-house new repair paused given-up before-concrete done passed to-mend failed family-photo
  village-head not-known yes no na on-device on-paper fingerprint-on-paper by-proxy absent declined supplement
  accepted returned counterpart donor family material promised image/jpeg image/webp camera gallery drawn district
  commune steering-committee support-team working-group inspection-team yes-no number mm cm m pieces degrees
  diagonals choice text household.registered household.amended household.merged household.moved station.registered
  visit.recorded build.planned build.amended build.advanced foundation.checked foundation.reviewed
  contribution.recorded photo.taken note.added entry.voided area.declared team.formed person.declared
  checklist.published fund.approved gps map typed no-fix denied unavailable entry entries same sources lat lon
  accuracy age altitude missing household station day offset about different measuredBy measuredOn sheet sha256 into
  options corner-1 corner-2 corner-3 corner-4 tape anchor plate +07:00 vi en need base knownBy site shape footing anchors beam
  right-plot safe-slope drain footing-width footing-depth soil rock firm soft fill concrete-age bolts bolt-projection
  bolts-plumb steel cracks labour-days bought trench front maxAccuracy maxDistance
`
  .trim()
  .split(/\s+/)

export const wordNumbers: ReadonlyMap<string, number> = new Map(knownWords.map((word, number) => [word, number]))
