import type { ComponentType } from 'react'
import { m } from '../../language/words/messages.js'
import { later } from '../../ui/later.tsx'

/** A screen's code is on its way, from this phone as a rule: for a moment it is the page, and reads as one. */
const Coming = () => (
  <main className="screen" id="content">
    <h1>{m.app_name()}</h1>
    <p className="soft">{m.opening()}</p>
  </main>
)

const screen = <All, Props extends object>(bring: () => Promise<All>, pick: (all: All) => ComponentType<Props>) =>
  later(async () => ({ default: pick(await bring()) }), Coming)

const field = () => import('./fieldScreens.ts')
const office = () => import('./officeScreens.ts')
const people = () => import('./peopleScreens.ts')
const enrol = () => import('./enrolScreens.ts')

export const HouseholdScreen = screen(field, (all) => all.HouseholdScreen)
export const Households = screen(field, (all) => all.Households)
export const HandIn = screen(field, (all) => all.HandIn)
export const BeforeYouLeave = screen(field, (all) => all.BeforeYouLeave)
export const Enrol = screen(enrol, (all) => all.Enrol)
export const Welcome = screen(enrol, (all) => all.Welcome)
export const RecordVisit = screen(field, (all) => all.RecordVisit)
export const RecordCheck = screen(field, (all) => all.RecordCheck)
export const OfficeToday = screen(office, (all) => all.OfficeToday)
export const BoardScreen = screen(office, (all) => all.BoardScreen)
export const TentsScreen = screen(office, (all) => all.TentsScreen)
export const ReviewQueue = screen(office, (all) => all.ReviewQueue)
export const ReviewCheck = screen(office, (all) => all.ReviewCheck)
export const LikelyList = screen(office, (all) => all.LikelyList)
export const PairScreen = screen(office, (all) => all.PairScreen)
export const MoveHousehold = screen(office, (all) => all.MoveHousehold)
export const MoneyScreen = screen(office, (all) => all.MoneyScreen)
export const TakeAlong = screen(field, (all) => all.TakeAlong)
export const AmendHousehold = screen(field, (all) => all.AmendHousehold)
export const AddNote = screen(field, (all) => all.AddNote)
export const AdvanceBuild = screen(field, (all) => all.AdvanceBuild)
export const HoldBuild = screen(field, (all) => all.HoldBuild)
export const RecordContribution = screen(field, (all) => all.RecordContribution)
export const WaitingEntry = screen(field, (all) => all.WaitingEntry)
export const People = screen(people, (all) => all.People)
export const Admin = screen(people, (all) => all.Admin)
export const MyDay = screen(field, (all) => all.MyDay)
export const Mine = screen(field, (all) => all.Mine)
export const SaveBackup = screen(people, (all) => all.SaveBackup)
export const TakeIn = screen(people, (all) => all.TakeIn)
export const ChangePhone = screen(people, (all) => all.ChangePhone)
export const TryPhone = screen(people, (all) => all.TryPhone)
/** A text of its own: what draws maps weighs as much as all the rest of the field. */
export const MapScreen = later(() => import('../screens/map/MapScreen.tsx'), Coming)
export const Print = later(() => import('../screens/print/Print.tsx'), Coming)
export const Register = screen(field, (all) => all.Register)
