/** Whether this device has a sheet of its own to send things by (Zalo, a message, a nearby device). */
export const canShare = (): boolean => typeof navigator.share === 'function'

/** False where the person closed the sheet or the device can't. */
export const shareText = (title: string, text: string): Promise<boolean> =>
  navigator.share({ title, text }).then(
    () => true,
    () => false,
  )

/** False where the browser forbids it (a page over plain http): the text can still be copied by hand. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
