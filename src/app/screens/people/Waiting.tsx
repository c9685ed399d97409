import { useState } from 'react'
import { m } from '../../../language/words/messages.js'
import { useEachSecond } from '../../../ui/useEachSecond.ts'
import { askTimeoutMs } from '../../admin/askAsAdmin.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'

/** A question on its way: for how long by now, and until when it is waited for. */
export const Waiting = ({ sinceMs }: { sinceMs: number }) => {
  const { device } = useStore()
  const [nowMs, setNowMs] = useState(() => device.nowMs())
  useEachSecond(() => setNowMs(device.nowMs()))
  const seconds = Math.max(0, Math.round((nowMs - sinceMs) / 1000))
  // Not a live region: a screen reader would read every second out.
  return <p className="as-of soft">{m.admin_asking({ seconds, most: askTimeoutMs / 1000 })}</p>
}
