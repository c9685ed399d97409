import { inject } from 'vitest'
import type { WorldVerbs } from '../../support/world.ts'

/** A world as a page sees it: its wire's address, and each verb as a question to the process that holds it. */
export type BrowserWorld = WorldVerbs & { wireUrl: string }

export const openWorld = async (): Promise<BrowserWorld> => {
  const worlds = inject('worlds')
  const ask = async (path: string, words: unknown[]): Promise<unknown> => {
    const response = await fetch(worlds + path, { method: 'POST', body: JSON.stringify(words) })
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
  const { world, wire } = (await ask('/open', [])) as { world: number; wire: string }
  return new Proxy({} as BrowserWorld, {
    get: (_, verb) => {
      if (verb === 'wireUrl') return wire
      // A promise asks every object whether it is one.
      if (verb === 'then') return undefined
      return (...words: unknown[]) => ask(`/${world}/${String(verb)}`, words)
    },
  })
}

export const kengDu = '40-417-16822'
export const myLy = '40-417-16816'
export const muongLong = '40-417-16831'
