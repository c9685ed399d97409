import { type ChangeEvent, useState } from 'react'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { saveTried } from '../../record/tryPhone.ts'
import { usePhoneTried } from '../../store/queries/usePhoneTried.ts'
import { resultOf } from './resultOf.ts'
import type { StepProps } from './stepProps.ts'
import { PassOver, TryFoot } from './TryFoot.tsx'
import { useDoing } from './useDoing.ts'

/** Out of the app and in again: what was saved must read the same. */
export const FileStep = ({ tried }: StepProps) => {
  const { change } = usePhoneTried()
  const { failed, act } = useDoing()
  const [saved, setSaved] = useState(false)
  const { text, name } = resultOf(tried)
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (file === undefined) return
    act(async () => {
      const same = (await file.text()) === text
      await change((now) => now && { ...now, file: same })
    })
  }
  return (
    <>
      <p>{m.tryphone_file_do()}</p>
      {tried.file === false && <Notice tone="amber">{m.tryphone_file_other({ name })}</Notice>}
      <TryFoot failed={failed}>
        <button
          type="button"
          className={`button wide ${saved ? '' : 'main'}`}
          onClick={() => {
            saveTried(name, text)
            setSaved(true)
          }}
        >
          {m.tryphone_file_save()}
        </button>
        <label className={`button wide file ${saved ? 'main' : ''}`}>
          <span className="file-name">{m.tryphone_file_choose({ name })}</span>
          <input type="file" accept="text/plain,.txt" onChange={choose} />
        </label>
        <PassOver step="file" />
      </TryFoot>
    </>
  )
}
