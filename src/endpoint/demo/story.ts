import type { BodyOf, KnownKind } from '../../domain/entries/kinds.ts'
import type { Actor } from './cast.ts'
import { type Chance, demoId } from './chance.ts'

/** One thing that somebody did and wrote down; it becomes an entry when their device hands it in. */
export type Deed = {
  readonly id: string
  /** When, ms since 1970. */
  readonly ms: number
  readonly by: Actor
  readonly book: string
  readonly kind: KnownKind
  readonly subject: string
  readonly body: unknown
}

/** What happened in one book, told deed by deed in any order. */
export type Story = {
  readonly book: string
  readonly deeds: Deed[]
  /** Returns the entry's id, for what refers to it. */
  tell<K extends KnownKind>(ms: number, by: Actor, kind: K, subject: string, body: BodyOf<K>, chance: Chance): string
}

export const beginStory = (book: string): Story => {
  const deeds: Deed[] = []
  return {
    book,
    deeds,
    tell: (ms, by, kind, subject, body, chance) => {
      const id = demoId(chance, ms)
      deeds.push({ id, ms, by, book, kind, subject, body })
      return id
    },
  }
}
