/** An invariant that did not hold: the run is over. */
class Wrong extends Error {
  override name = 'Wrong'
}

export const wrong = (rule: string, what: string): never => {
  throw new Wrong(`[${rule}] ${what}`)
}
