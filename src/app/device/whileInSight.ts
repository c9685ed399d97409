/**
 * Begins now if the page is in sight, and whenever it comes back into sight; ends what `begin` gave as soon as it goes out
 * of sight: a phone in a pocket is not woken. Returns what ends it for good.
 */
export const whileInSight = (begin: () => () => void): (() => void) => {
  let end: (() => void) | null = null
  const look = () => {
    const inSight = document.visibilityState === 'visible'
    if (inSight === (end !== null)) return
    if (end !== null) {
      end()
      end = null
    } else end = begin()
  }
  look()
  document.addEventListener('visibilitychange', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    end?.()
  }
}
