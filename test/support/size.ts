/** `npm run test:long` asks for the long size; the gate's is what every `npm test` runs. */
export const isLong = process.env.MAI_AM_LONG === '1'

/** How many times a fault is tried: at the gate, in a long run; `MAI_AM_RUNS` for a chosen few. */
export const size = (gate: number, long: number): number => Number(process.env.MAI_AM_RUNS) || (isLong ? long : gate)

/** The seed of this run, said aloud; `MAI_AM_SEED` repeats one that failed. */
export const seedOf = (name: string, fallback: number): number => {
  const seed = Number(process.env.MAI_AM_SEED) || fallback
  console.log(`${name}: seed ${seed} (MAI_AM_SEED=${seed} repeats it)`)
  return seed
}
