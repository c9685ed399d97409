export type Shared = 'shared' | 'copied' | 'cancelled' | 'failed'

/** Hands a text to an app that the person chooses; where the phone has no such door, to its clipboard. */
export const shareText = async (text: string): Promise<Shared> => {
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ text })
      return 'shared'
    } catch (error) {
      // Closed without a choice: nothing goes anywhere, the clipboard neither.
      if ((error as { name?: string }).name === 'AbortError') return 'cancelled'
    }
  }
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'failed'
  }
}
