import type { Chance } from '../../../src/endpoint/demo/chance.ts'

/** A thin line: bits a second each way, ms until a word has gone there and back, the share of packets that get lost. */
export type Slow = { bits: number; roundTripMs: number; loss: number; chance: Chance }

const packetBytes = 1200

/** Waits as long as a request of so many bytes takes to arrive, with a head of some 600 bytes. */
export const slowUp = (slow: Slow, bytes: number): Promise<void> => pause(wayMs(slow, bytes + 600))

/** Waits as long as its answer takes to come back. */
export const slowDown = (slow: Slow, bytes: number): Promise<void> => pause(wayMs(slow, bytes + 500))

/** A lost packet is said again after two round trips, and what follows waits for it. */
const wayMs = ({ bits, roundTripMs, loss, chance }: Slow, bytes: number): number => {
  let ms = roundTripMs / 2 + (bytes * 8 * 1000) / bits
  for (let sent = 0; sent < bytes; sent += packetBytes) if (chance.happens(loss)) ms += 2 * roundTripMs
  return ms
}

const pause = (ms: number): Promise<void> => new Promise((on) => setTimeout(on, ms))
