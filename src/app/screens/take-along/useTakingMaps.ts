import { useEffect, useMemo, useRef, useState } from 'react'
import { centresOf } from '../../../domain/maps/areaOfPack.ts'
import type { MapPack } from '../../../domain/maps/mapPack.ts'
import type { ShareEnd } from '../../../domain/maps/shareEnd.ts'
import { staysShared } from '../../../domain/maps/staysShared.ts'
import { packAreaWords, packNoSignalWords, packRefusalWords, shareTroubleWords } from '../../../language/mapWords.ts'
import { askCatalogue } from '../../map/askCatalogue.ts'
import { deletePack } from '../../map/deletePack.ts'
import { downloadPack } from '../../map/downloadPack.ts'
import { startPackWriter } from '../../map/packWriter.ts'
import { type TakenIn, takeInPack } from '../../map/takeInPack.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'

/** What is coming now: of a pack by its id, or of a file. */
export type ComingMap = { id: string | null; got: number; of: number }

export type TakingMaps = {
  coming: ComingMap | null
  /** What went wrong last, in words. */
  trouble: string | null
  /** Asked before a file is taken in of which nobody knows whether it is of the right area. */
  question: { said: string; answer(yes: boolean): void } | null
  /** Whether the news is of what was shared: it stands beside it. */
  ofShared: boolean
  fetch(pack: MapPack): void
  takeIn(file: File): void
  /** One from the share sheet; `drop` throws the copy away that waited. */
  takeShared(file: File, drop: (file: File) => Promise<void>): void
  pause(): void
  remove(id: string): void
}

/**
 * Brings maps onto this phone, one at a time; leaving the screen pauses. What is offered is asked once, on opening it.
 * `shareEnd`: what led here.
 */
export const useTakingMaps = (shareEnd: ShareEnd | null): TakingMaps => {
  const { database, device, enrolment } = useStore()
  const areas = useAreas()
  const [coming, setComing] = useState<ComingMap | null>(null)
  const [trouble, setTrouble] = useState(() =>
    shareEnd === null || shareEnd === 'kept' ? null : shareTroubleWords(shareEnd),
  )
  const [ofShared, setOfShared] = useState(shareEnd !== null)
  const [question, setQuestion] = useState<TakingMaps['question']>(null)
  const doors = useMemo(() => ({ database, device, startWriter: startPackWriter }), [database, device])
  const stop = useRef(new AbortController())
  useEffect(() => {
    const asking = new AbortController()
    askCatalogue(doors, asking.signal).catch((error: unknown) => console.error(error))
    return () => {
      asking.abort()
      stop.current.abort()
    }
  }, [doors])
  const one = (begun: ComingMap, isShared: boolean, act: (signal: AbortSignal) => Promise<string | null>) => {
    stop.current = new AbortController()
    setTrouble(null)
    setOfShared(isShared)
    setComing(begun)
    act(stop.current.signal)
      .then(setTrouble, (error: unknown) => {
        console.error(error)
        setTrouble(packRefusalWords('cannot-write'))
      })
      .finally(() => {
        setComing(null)
        setQuestion(null)
      })
  }
  const told = (got: number) => setComing((now) => now && { ...now, got })
  const fetch = (pack: MapPack) =>
    one({ id: pack.id, got: 0, of: pack.bytes }, false, async (signal) => {
      const done = await downloadPack(doors, pack, told, signal)
      if (done.at === 'refused') return packRefusalWords(done.code)
      return done.at === 'no-signal' ? packNoSignalWords() : null
    })
  const copied = (file: File, signal: AbortSignal): Promise<TakenIn> => {
    const books = (enrolment?.books ?? []).map(({ id }) => id)
    const isTheArea = ({ title }: { title: string }) =>
      new Promise<boolean>((answered) => setQuestion({ said: packAreaWords(title), answer: answered }))
    return takeInPack(doors, file, { centres: centresOf(areas, books), isTheArea, told, signal })
  }
  const takeIn = (file: File) =>
    one({ id: null, got: 0, of: file.size }, false, async (signal) => {
      const taken = await copied(file, signal)
      return taken.at === 'refused' ? packRefusalWords(taken.code) : null
    })
  const takeShared: TakingMaps['takeShared'] = (file, drop) =>
    one({ id: null, got: 0, of: file.size }, true, async (signal) => {
      const taken = await copied(file, signal)
      if (!staysShared(taken.at === 'refused' ? taken.code : taken.at)) await drop(file)
      return taken.at === 'refused' ? packRefusalWords(taken.code) : null
    })
  const remove = (id: string) => {
    deletePack(database, id).catch((error: unknown) => console.error(error))
  }
  return { coming, trouble, question, ofShared, fetch, takeIn, takeShared, pause: () => stop.current.abort(), remove }
}
