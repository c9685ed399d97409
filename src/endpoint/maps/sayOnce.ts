/** Says of a thing what is wrong with it: once, and again only when it was right, or wrong in another way, meanwhile. */
export type SayOnce = { wrong(thing: string, says: string): void; right(thing: string): void }

/** `say`: where lines go. */
export const sayOnce = (say: (line: string) => void): SayOnce => {
  const said = new Map<string, string>()
  return {
    wrong: (thing, says) => {
      if (said.get(thing) !== says) say(`Maps: ${says}`)
      said.set(thing, says)
    },
    right: (thing) => {
      said.delete(thing)
    },
  }
}
