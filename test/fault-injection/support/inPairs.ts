/** Does it for 0 … `count` − 1, two at a time: as many as the machine has cores for. */
export const inPairs = async (count: number, act: (at: number) => Promise<void>): Promise<void> => {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < count) {
      next += 1
      await act(next - 1)
    }
  }
  await Promise.all([worker(), worker()])
}
