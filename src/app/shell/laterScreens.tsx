import { m } from '../../language/words/messages.js'
import { later } from '../../ui/later.tsx'

/** A screen's code is on its way, from this phone as a rule: for a moment it is the page, and reads as one. */
const Coming = () => (
  <main className="screen" id="content">
    <h1>{m.app_name()}</h1>
    <p className="soft">{m.opening()}</p>
  </main>
)

const field = () => import('./fieldScreens.ts')
const office = () => import('./officeScreens.ts')
const people = () => import('./peopleScreens.ts')
const enrol = () => import('./enrolScreens.ts')

export const HouseholdScreen = later(async () => ({ default: (await field()).HouseholdScreen }), Coming)
export const Households = later(async () => ({ default: (await field()).Households }), Coming)
export const HandIn = later(async () => ({ default: (await field()).HandIn }), Coming)
export const BeforeYouLeave = later(async () => ({ default: (await field()).BeforeYouLeave }), Coming)
export const Enrol = later(async () => ({ default: (await enrol()).Enrol }), Coming)
export const Welcome = later(async () => ({ default: (await enrol()).Welcome }), Coming)
export const RecordVisit = later(async () => ({ default: (await field()).RecordVisit }), Coming)
export const RecordCheck = later(async () => ({ default: (await field()).RecordCheck }), Coming)
export const OfficeToday = later(async () => ({ default: (await office()).OfficeToday }), Coming)
export const BoardScreen = later(async () => ({ default: (await office()).BoardScreen }), Coming)
export const TentsScreen = later(async () => ({ default: (await office()).TentsScreen }), Coming)
export const ReviewQueue = later(async () => ({ default: (await office()).ReviewQueue }), Coming)
export const ReviewCheck = later(async () => ({ default: (await office()).ReviewCheck }), Coming)
export const LikelyList = later(async () => ({ default: (await office()).LikelyList }), Coming)
export const PairScreen = later(async () => ({ default: (await office()).PairScreen }), Coming)
export const MoveHousehold = later(async () => ({ default: (await office()).MoveHousehold }), Coming)
export const MoneyScreen = later(async () => ({ default: (await office()).MoneyScreen }), Coming)
export const TakeAlong = later(async () => ({ default: (await field()).TakeAlong }), Coming)
export const AmendHousehold = later(async () => ({ default: (await field()).AmendHousehold }), Coming)
export const AddNote = later(async () => ({ default: (await field()).AddNote }), Coming)
export const AdvanceBuild = later(async () => ({ default: (await field()).AdvanceBuild }), Coming)
export const HoldBuild = later(async () => ({ default: (await field()).HoldBuild }), Coming)
export const RecordContribution = later(async () => ({ default: (await field()).RecordContribution }), Coming)
export const WaitingEntry = later(async () => ({ default: (await field()).WaitingEntry }), Coming)
export const People = later(async () => ({ default: (await people()).People }), Coming)
export const Admin = later(async () => ({ default: (await people()).Admin }), Coming)
export const MyDay = later(async () => ({ default: (await field()).MyDay }), Coming)
export const Mine = later(async () => ({ default: (await field()).Mine }), Coming)
export const SaveBackup = later(async () => ({ default: (await people()).SaveBackup }), Coming)
export const TakeIn = later(async () => ({ default: (await people()).TakeIn }), Coming)
export const ChangePhone = later(async () => ({ default: (await people()).ChangePhone }), Coming)
export const TryPhone = later(async () => ({ default: (await people()).TryPhone }), Coming)
/** A text of its own: what draws maps weighs as much as all the rest of the field. */
export const MapScreen = later(() => import('../screens/map/MapScreen.tsx'), Coming)
export const Print = later(() => import('../screens/print/Print.tsx'), Coming)
export const Register = later(async () => ({ default: (await field()).Register }), Coming)
