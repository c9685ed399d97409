/**
 * One act on an upload at a time. The latest comer wins: a phone whose line broke asks again while the endpoint still
 * listens to the dead line, so what is under way is told to stop, and the new act begins when it has.
 */
export type OneAtATime = <T>(name: string, stop: () => void, act: () => Promise<T>) => Promise<T>

export const oneAtATime = (): OneAtATime => {
  const underWay = new Map<string, { stop: () => void; ended: Promise<void> }>()
  return async (name, stop, act) => {
    const before = underWay.get(name)
    let end = (): void => undefined
    const mine = { stop, ended: new Promise<void>((done) => (end = done)) }
    underWay.set(name, mine)
    try {
      before?.stop()
      await before?.ended
      return await act()
    } finally {
      end()
      if (underWay.get(name) === mine) underWay.delete(name)
    }
  }
}
