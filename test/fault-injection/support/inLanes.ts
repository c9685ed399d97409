/** Does it for each, so many at once, in order of beginning. */
export const inLanes = async <One>(
  lanes: number,
  all: readonly One[],
  act: (one: One) => Promise<void>,
): Promise<void> => {
  const left = [...all]
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await act(next)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
