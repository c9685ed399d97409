import type { Enrolment } from '../store/tables.ts'
import { bringLists } from './bringLists.ts'
import type { Run } from './run.ts'

/**
 * Lists that were asked for. `show`: what they are made by is here; false where none came. `giveUp`: what is still on the
 * line ends.
 */
export type ListsComing = { show(): Promise<boolean>; giveUp(): void }

/**
 * [R-ahead-03] Asks for the lists of communes beside the very first question, which is about the district's book alone: they
 * are made by its checklists, so they wait for it, and nobody waits for one question after the other.
 */
export const listsBeside = (run: Run, enrolment: Enrolment, books: readonly string[]): ListsComing => {
  const given = new AbortController()
  const { promise: districtIsHere, resolve: show } = promised()
  const beside = { ...run, signal: AbortSignal.any([run.signal, given.signal]) }
  // What goes wrong costs time alone; what ends the hand-in ends it below.
  const shown = bringLists(beside, enrolment, books, districtIsHere).catch(() => false)
  return {
    show: async () => {
      show()
      const came = await shown
      run.signal.throwIfAborted()
      return came
    },
    giveUp: () => given.abort(),
  }
}

const promised = (): { promise: Promise<void>; resolve: () => void } => {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
