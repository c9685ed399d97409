/** A device's own counter rises by one from entry to entry: what is written is the step. */
export const stepsOf = (entries: readonly { device: string; n: number }[]): number[] => {
  const last = new Map<string, number>()
  return entries.map(({ device, n }) => {
    const step = n - (last.get(device) ?? 0)
    last.set(device, n)
    return step
  })
}

/** The way back. */
export const countersOf = (steps: readonly number[], devices: readonly string[]): number[] => {
  const last = new Map<string, number>()
  return steps.map((step, at) => {
    const device = devices[at] as string
    const n = (last.get(device) ?? 0) + step
    last.set(device, n)
    return n
  })
}
