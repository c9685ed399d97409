import { useCallback, useEffect, useRef, useState } from 'react'
import { touchedForms, unwrittenForms } from '../formMarks.ts'
import { reopening } from '../reopening.ts'
import { withReserve } from '../reserve.ts'
import { useStore } from './StoreContext.tsx'

export type Saved = { at: 'nothing' } | { at: 'saving' } | { at: 'saved'; ms: number } | { at: 'failed' }

/**
 * A form that is never lost: written strictly 500 ms after the last key, and at once on blur and hide. `value` is null
 * until what was kept from before has been read.
 */
export type Draft<Form> = {
  value: Form | null
  set(patch: Partial<Form>): void
  step: number
  goTo(step: number): void
  saved: Saved
  /** Over at once: recorded, and the record took its draft along in its own transaction. */
  recorded(): void
  /** Over at once, and what was kept of it goes. */
  discard(): void
}

const quietMs = 500

export const useDraft = <Form extends object>(key: string, start: () => Form): Draft<Form> => {
  const { database, device } = useStore()
  const [value, setValue] = useState<Form | null>(null)
  const [step, setStep] = useState(0)
  const [saved, setSaved] = useState<Saved>({ at: 'nothing' })
  const unsaved = useRef<{ form: Form; step: number } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const begin = useRef(start)
  /** Writings under way. */
  const writing = useRef(0)
  // What stands now, also between two drawings: a step taken right after an answer must not keep the form before it.
  const latest = useRef<{ form: Form; step: number } | null>(null)

  const write = useCallback(async () => {
    clearTimeout(timer.current)
    const now = unsaved.current
    if (now === null) return
    unsaved.current = null
    writing.current += 1
    const savedMs = device.nowMs()
    try {
      const row = { key, form: now.form, step: now.step, savedMs }
      await withReserve(database, () => reopening(database, () => database.drafts.put(row)))
      if (unsaved.current === null) setSaved({ at: 'saved', ms: savedMs })
    } catch {
      // [L10] The form itself stays on the screen; the next key tries again.
      setSaved({ at: 'failed' })
    } finally {
      writing.current -= 1
      if (unsaved.current === null && writing.current === 0) unwrittenForms.clear(key)
    }
  }, [database, device, key])

  useEffect(() => {
    let gone = false
    void reopening(database, () => database.drafts.get(key)).then((row) => {
      if (gone) return
      const form = { ...begin.current(), ...(row?.form as Form | undefined) }
      latest.current = { form, step: row?.step ?? 0 }
      setValue(form)
      setStep(latest.current.step)
      if (row === undefined) return
      setSaved({ at: 'saved', ms: row.savedMs })
      touchedForms.mark(key)
    })
    const flush = () => void write()
    window.addEventListener('pagehide', flush)
    window.addEventListener('blur', flush)
    document.addEventListener('visibilitychange', flush)
    document.addEventListener('focusout', flush)
    return () => {
      gone = true
      flush()
      touchedForms.clear(key)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('blur', flush)
      document.removeEventListener('visibilitychange', flush)
      document.removeEventListener('focusout', flush)
    }
  }, [database, key, write])

  const keep = (form: Form, at: number) => {
    latest.current = { form, step: at }
    touchedForms.mark(key)
    unsaved.current = { form, step: at }
    unwrittenForms.mark(key)
    setSaved({ at: 'saving' })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void write(), quietMs)
  }

  const end = () => {
    clearTimeout(timer.current)
    unsaved.current = null
    unwrittenForms.clear(key)
    touchedForms.clear(key)
  }
  const forget = () => {
    database.drafts.delete(key).catch((error: unknown) => console.error(error))
  }

  return {
    value,
    step,
    saved,
    set: (patch) => {
      if (latest.current === null) return
      const form = { ...latest.current.form, ...patch }
      setValue(form)
      keep(form, latest.current.step)
    },
    goTo: (at) => {
      setStep(at)
      if (latest.current !== null) keep(latest.current.form, at)
    },
    recorded: () => {
      end()
      // One that was under way while it was recorded would bring the draft back.
      if (writing.current > 0) forget()
    },
    discard: () => {
      end()
      forget()
    },
  }
}
