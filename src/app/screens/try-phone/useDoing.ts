import { useState } from 'react'

export type Doing = { busy: boolean; failed: boolean; act(does: () => Promise<unknown>): void }

/** One thing at a time, and whether it came to its end: what fails here is a result too. */
export const useDoing = (): Doing => {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const act = (does: () => Promise<unknown>) => {
    setBusy(true)
    setFailed(false)
    does()
      .catch((error: unknown) => {
        console.error(error)
        setFailed(true)
      })
      .finally(() => setBusy(false))
  }
  return { busy, failed, act }
}
