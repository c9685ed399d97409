/**
 * At most so many at a time; the rest wait in the order in which they came, with nothing unpacked yet. A thousand phones
 * at one instant need the memory of a few, and the first is answered long before the last.
 */
export const inTurns = (most: number) => {
  let free = most
  const waiting: (() => void)[] = []
  return async <Result>(act: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free -= 1
    else await new Promise<void>((turn) => waiting.push(turn))
    try {
      return await act()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
