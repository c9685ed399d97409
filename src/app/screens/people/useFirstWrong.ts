import { useEffect, useRef, useState } from 'react'

/** Once somebody asked to send, what is wrong is said, and they are led to the first of it. `form` holds the fields. */
export const useFirstWrong = () => {
  const form = useRef<HTMLDivElement>(null)
  const [times, setTimes] = useState(0)
  useEffect(() => {
    if (times > 0) form.current?.querySelector<HTMLElement>('[data-wrong] :is(input, textarea, select)')?.focus()
  }, [times])
  return { form, asked: times > 0, ask: () => setTimes((before) => before + 1) }
}
