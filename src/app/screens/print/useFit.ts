import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** A4's width in CSS pixels. */
const paperWidth = (210 / 25.4) * 96

/** How much smaller a sheet is shown so that its whole width is seen; never larger than it is. */
export const useFit = (): [RefObject<HTMLDivElement | null>, number] => {
  const desk = useRef<HTMLDivElement>(null)
  const [fit, setFit] = useState(1)
  useLayoutEffect(() => {
    const element = desk.current
    if (element === null) return
    const look = new ResizeObserver(() => setFit(Math.min(1, element.clientWidth / paperWidth)))
    look.observe(element)
    return () => look.disconnect()
  }, [])
  return [desk, fit]
}
