/** A picture that never comes (the page went out of sight) keeps nothing waiting. */
const longestMs = 500

/**
 * Does it once what stands now has been drawn, so that nobody waits for it; on a hidden page, which draws nothing, at
 * once. Returns what takes it back.
 */
export const afterPaint = (act: () => void): (() => void) => {
  let done = false
  const once = () => {
    if (done) return
    done = true
    act()
  }
  if (document.visibilityState === 'hidden') once()
  else {
    requestAnimationFrame(() => setTimeout(once))
    setTimeout(once, longestMs)
  }
  return () => {
    done = true
  }
}
