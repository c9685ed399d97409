export const lockName = 'mai-am-hand-in'

/** One hand-in at a time over all tabs and the worker: waits until no other is under way. */
export const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => navigator.locks.request(lockName, act)

/** Does it only if no other is under way; null where one is, which then does the work. */
export const ifFree = <Result>(act: () => Promise<Result>): Promise<Result | null> =>
  navigator.locks.request(lockName, { ifAvailable: true }, (lock) => (lock === null ? null : act()))
