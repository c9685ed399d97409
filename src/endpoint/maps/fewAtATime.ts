/** Lets at most so many acts run at once; the others wait in line, first come first. */
export const fewAtATime = (most: number) => {
  let free = most
  const line: (() => void)[] = []
  return async <Result>(act: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free -= 1
    else await new Promise<void>((turn) => line.push(turn))
    try {
      return await act()
    } finally {
      const next = line.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
