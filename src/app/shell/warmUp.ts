/** Brings what the next taps need, once the first screen stands: they answer as if it had been there. */
export const warmUp = async (): Promise<void> => {
  const coming = [
    import('../screens/household/HouseholdScreen.tsx'),
    import('../screens/hand-in/HandIn.tsx'),
    import('../screens/visit/RecordVisit.tsx'),
    import('../screens/check/RecordCheck.tsx'),
  ]
  // What does not come now comes with its tap.
  await Promise.allSettled(coming)
}
