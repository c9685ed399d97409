import { useEffect, useRef } from 'react'

/** Does it each second while the page is in sight, and at once when it comes back there: nobody looks at the rest. */
export const useEachSecond = (act: () => void): void => {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const again = () => latest.current()
    let clock: ReturnType<typeof setInterval> | undefined
    const begin = () => {
      clearInterval(clock)
      clock = document.visibilityState === 'visible' ? setInterval(again, 1000) : undefined
    }
    const look = () => {
      begin()
      if (clock !== undefined) again()
    }
    begin()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(clock)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
}
