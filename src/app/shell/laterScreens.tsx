import { m } from '../../language/words/messages.js'
import { later } from '../../ui/later.tsx'

/** A screen's code is on its way, from this phone as a rule: for a moment it is the page, and reads as one. */
const Coming = () => (
  <main className="screen" id="content">
    <h1>{m.app_name()}</h1>
    <p className="soft">{m.opening()}</p>
  </main>
)

export const HouseholdScreen = later(() => import('../screens/household/HouseholdScreen.tsx'), Coming)
export const Households = later(() => import('../screens/households/Households.tsx'), Coming)
export const HandIn = later(() => import('../screens/hand-in/HandIn.tsx'), Coming)
export const BeforeYouLeave = later(() => import('../screens/before-you-leave/BeforeYouLeave.tsx'), Coming)
export const Enrol = later(() => import('../screens/enrol/Enrol.tsx'), Coming)
export const Welcome = later(() => import('../screens/enrol/Welcome.tsx'), Coming)
export const RecordVisit = later(() => import('../screens/visit/RecordVisit.tsx'), Coming)
export const RecordCheck = later(() => import('../screens/check/RecordCheck.tsx'), Coming)
export const OfficeToday = later(() => import('../office/today/OfficeToday.tsx'), Coming)
export const BoardScreen = later(() => import('../office/board/BoardScreen.tsx'), Coming)
export const TentsScreen = later(() => import('../office/tents/TentsScreen.tsx'), Coming)
export const ReviewQueue = later(() => import('../office/review/ReviewQueue.tsx'), Coming)
export const ReviewCheck = later(() => import('../office/review/ReviewCheck.tsx'), Coming)
export const LikelyList = later(() => import('../office/same/LikelyList.tsx'), Coming)
export const PairScreen = later(() => import('../office/same/PairScreen.tsx'), Coming)
export const MoveHousehold = later(() => import('../office/move/MoveHousehold.tsx'), Coming)
export const MoneyScreen = later(() => import('../office/money/MoneyScreen.tsx'), Coming)
export const TakeAlong = later(() => import('../screens/take-along/TakeAlong.tsx'), Coming)
export const AmendHousehold = later(() => import('../screens/amend/AmendHousehold.tsx'), Coming)
export const AddNote = later(() => import('../screens/note/AddNote.tsx'), Coming)
export const AdvanceBuild = later(() => import('../screens/stage/AdvanceBuild.tsx'), Coming)
export const HoldBuild = later(() => import('../screens/hold/HoldBuild.tsx'), Coming)
export const RecordContribution = later(() => import('../screens/contribution/RecordContribution.tsx'), Coming)
export const WaitingEntry = later(() => import('../screens/hand-in/WaitingEntry.tsx'), Coming)
export const People = later(() => import('../screens/people/People.tsx'), Coming)
export const Admin = later(() => import('../screens/people/Admin.tsx'), Coming)
export const MyDay = later(() => import('../screens/my-day/MyDay.tsx'), Coming)
export const Mine = later(() => import('../screens/mine/Mine.tsx'), Coming)
export const SaveBackup = later(() => import('../screens/backup/SaveBackup.tsx'), Coming)
export const TakeIn = later(() => import('../screens/backup/TakeIn.tsx'), Coming)
export const ChangePhone = later(() => import('../screens/change-phone/ChangePhone.tsx'), Coming)
export const TryPhone = later(() => import('../screens/try-phone/TryPhone.tsx'), Coming)
export const Print = later(() => import('../screens/print/Print.tsx'), Coming)
export const Register = later(() => import('../screens/register/Register.tsx'), Coming)
