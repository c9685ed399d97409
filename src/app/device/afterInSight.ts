import { whileInSight } from './whileInSight.ts'

/**
 * Does it once, so many ms from now; where the page is out of sight by then, when it comes back. Returns what takes it back.
 */
export const afterInSight = (ms: number, act: () => void): (() => void) => {
  const atMs = Date.now() + ms
  const once = () => {
    stop()
    act()
  }
  const stop = whileInSight(() => {
    // A clock that was put back meanwhile makes nobody wait longer than that.
    const timer = setTimeout(once, Math.min(ms, Math.max(0, atMs - Date.now())))
    return () => clearTimeout(timer)
  })
  return stop
}
