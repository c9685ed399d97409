import { type ChangeEvent, useEffect, useState } from 'react'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import { numberWords } from '../../../language/locale.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { cameraCameBack, openingCamera, tryPicture } from '../../record/tryPhone.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import type { StepProps } from './stepProps.ts'
import { PassOver, TryFoot } from './TryFoot.tsx'
import { useDoing } from './useDoing.ts'

/** The phone's own camera app covers this page, and some phones close it meanwhile. */
export const PictureStep = ({ tried }: StepProps) => {
  const store = useStore()
  const { busy, failed, act } = useDoing()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  useEffect(() => {
    const seen = () => document.visibilityState === 'visible' && void cameraCameBack(store)
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [store])
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (file === undefined) return
    act(async () => {
      const kept = await tryPicture(store, file)
      setRefusals(kept.ok ? [] : kept.refusals)
    })
  }
  const trouble = refusalFor(refusals, 'photo')
  return (
    <>
      <p>{m.tryphone_picture_do()}</p>
      {tried.camera.closed > 0 && (
        <Notice tone="amber">{m.tryphone_picture_closed({ count: numberWords(tried.camera.closed) })}</Notice>
      )}
      {busy && <Notice>{m.tryphone_picture_saving()}</Notice>}
      {trouble && <Notice tone="red">{trouble}</Notice>}
      <TryFoot failed={failed}>
        <label className="button main wide file">
          {m.tryphone_picture_open()}
          <input
            type="file"
            accept="image/*"
            capture="environment"
            onClick={() => void openingCamera(store)}
            onChange={take}
          />
        </label>
        <PassOver step="picture" />
      </TryFoot>
    </>
  )
}
