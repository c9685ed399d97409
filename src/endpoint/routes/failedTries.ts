/**
 * Counts failed tries by address in a window of time. Only failures count: a hall full of phones behind one address
 * enrols in an hour, a guesser fails.
 */
export type FailedTries = {
  tooMany(address: string): boolean
  count(address: string): void
  secondsLeft(address: string): number
}

export const failedTries = (max: number, windowMs: number, now: () => number): FailedTries => {
  const failures = new Map<string, { count: number; until: number }>()
  const current = (address: string) => {
    const one = failures.get(address)
    if (one !== undefined && one.until <= now()) failures.delete(address)
    return failures.get(address)
  }
  return {
    tooMany: (address) => (current(address)?.count ?? 0) >= max,
    secondsLeft: (address) => Math.max(1, Math.ceil(((current(address)?.until ?? 0) - now()) / 1000)),
    count: (address) => {
      const one = current(address)
      if (one !== undefined) one.count += 1
      else failures.set(address, { count: 1, until: now() + windowMs })
      // Addresses of a distributed guesser must not fill the memory; the oldest go first.
      if (failures.size > 10_000) failures.delete(failures.keys().next().value ?? '')
    },
  }
}
