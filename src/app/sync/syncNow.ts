const buttons = new Set<() => void>()

/** The button's way to hand in at once. */
export const syncNow = (): void => {
  for (const press of [...buttons]) press()
}

/** Returns the function that stops listening. */
export const onSyncNow = (press: () => void): (() => void) => {
  buttons.add(press)
  return () => buttons.delete(press)
}
