import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { chanceOf } from '../../bench/chance.ts'

/** What the endpoint throws dice for (ids, its epoch) comes from the seed, so that a run can be had again. */
export const seedChance = (seed: number): void => {
  const chance = chanceOf(seed * 31 + 3)
  const bytes = (count: number) => Buffer.from(Uint8Array.from({ length: count }, () => chance.below(256)))
  const uuid4 = () => {
    const hex = bytes(16).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
  }
  Object.assign(crypto, { randomUUID: uuid4, randomBytes: bytes, randomInt: (below: number) => chance.below(below) })
  syncBuiltinESMExports()
}
