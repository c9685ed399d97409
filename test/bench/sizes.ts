/** How much is measured: `npm run bench -- first-load --households 500 --visits 1200 --rounds 1` tries a part out. */
export type Sizes = { households: number; visits: number; rounds: number; seed: number }

const full: Sizes = { households: 20_000, visits: 50_000, rounds: 5, seed: 2026 }

/** The parts named and the sizes asked for; an option that nobody knows is an error, not a full run. */
export const readSizes = (words: readonly string[]): { parts: string[]; sizes: Sizes } => {
  const sizes = { ...full }
  const parts: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!word.startsWith('--')) {
      parts.push(word)
      continue
    }
    const name = word.slice(2)
    const value = Number(words[at + 1])
    if (!(name in sizes) || !Number.isInteger(value) || value < 1) throw new Error(`${word} ${words[at + 1] ?? ''}?`)
    sizes[name as keyof Sizes] = value
    at += 1
  }
  return { parts, sizes }
}
