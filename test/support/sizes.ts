/** How much a test of faults does: in `npm test`, and in `npm run test:long`. One row a line of the table. */
const sizes = {
  'convergence runs': { gate: 1_000, long: 10_000 },
  'runs for a seeded bug, at most': { gate: 150, long: 1_000 },
} as const satisfies { [name: string]: { gate: number; long: number } }

/** The only place that asks whether this is the long run. */
export const isLong = process.env.LONG === '1'

export const sizeOf = (name: keyof typeof sizes): number => sizes[name][isLong ? 'long' : 'gate']
