import { HandIn, HouseholdScreen, Households, RecordCheck, RecordVisit } from './laterScreens.tsx'

/** Brings what the next taps need, once the first screen stands: they answer as if it had been there. */
export const warmUp = async (): Promise<void> => {
  // What does not come now comes with its tap.
  await Promise.allSettled([
    Households.load(),
    HouseholdScreen.load(),
    HandIn.load(),
    RecordVisit.load(),
    RecordCheck.load(),
  ])
}
