import type { Figure, Unit } from './figures.ts'

/** One measurement: what it saw, by the figure's name. */
export type Seen = { [name: string]: readonly [number, Unit] }
export type Runner = { name: string; run: (round: number) => Promise<Seen> }

/**
 * All runners once, then all again: what else the machine does meanwhile falls on each of them alike. A figure is called
 * `runner: figure`.
 */
export const inTurn = async (rounds: number, runners: readonly Runner[]): Promise<Figure[]> => {
  const figures = new Map<string, Figure>()
  for (let round = 0; round < rounds; round += 1)
    for (const { name, run } of runners) {
      const seen = await run(round)
      for (const [what, [value, unit]] of Object.entries(seen)) {
        const full = what === '' ? name : `${name}: ${what}`
        const figure = figures.get(full) ?? { name: full, unit, values: [] }
        figures.set(full, figure)
        figure.values.push(value)
        if (rounds <= 10)
          process.stderr.write(`  ${round + 1}/${rounds} ${full} ${Math.round(value * 10) / 10} ${unit}\n`)
      }
    }
  return [...figures.values()]
}
