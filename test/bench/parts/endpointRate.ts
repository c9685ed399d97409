import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asInTheField } from '../../end-to-end/support/asInTheField.ts'
import { startEndpointWith } from '../../end-to-end/support/endpointProcess.ts'
import { districtOfPhones } from '../../fault-injection/support/districtOfPhones.ts'
import { cpuSeconds, memoryMb } from '../../support/processFigures.ts'
import { chanceOf } from '../chance.ts'
import type { Figure } from '../figures.ts'
import type { Part } from '../openBench.ts'
import { openRawBooks } from '../rate/openRawBooks.ts'
import { type Form, perBatch, prepareRound } from '../rate/prepareRound.ts'
import { startSenders } from '../rate/startSenders.ts'

const clients = 8
const batches = 10
const forms: readonly Form[] = ['JSON', 'columns']

/**
 * Rows a second that a real endpoint takes in, by eight devices with batches of 200, whole path (signature, unpacking,
 * zod, hash, fsync, receipt, signed answer), in JSON and in columns, and what raw SQLite takes in of the same rows, in turn.
 */
export const endpointRate: Part = async ({ sizes: { rounds, seed } }) => {
  const dir = mkdtempSync(join(tmpdir(), 'mai-am-rate-'))
  const devices = await districtOfPhones(dir, clients, 0)
  const endpoint = await startEndpointWith(dir)
  await endpoint.kill()
  await endpoint.startAgain({ under: asInTheField })
  const senders = startSenders()
  const raw = openRawBooks(dir)
  const chance = chanceOf(seed)
  const beside: Figure = { name: 'raw SQLite', unit: 'rows/s', values: [] }
  const ours = forms.map((form) => ({
    form,
    rate: { name: `ours, ${form}`, unit: 'rows/s', values: [] } as Figure,
    cpu: { name: `ours, ${form}: processor time of 1,000 rows`, unit: 'ms', values: [] } as Figure,
  }))
  try {
    for (let round = 0; round <= rounds; round += 1)
      for (const { form, rate, cpu } of ours) {
        const { messages, rows, check } = await prepareRound(form, devices, batches, chance)
        const before = cpuSeconds(endpoint.pid)
        const { seconds, heard } = await senders.send(endpoint.url, messages)
        const used = cpuSeconds(endpoint.pid) - before
        await check(heard)
        const rawSeconds = raw.takeIn(rows, perBatch)
        // The first round of each is for warming up: an endpoint runs for weeks.
        if (round === 0) continue
        rate.values.push(rows.length / seconds)
        cpu.values.push((used * 1_000_000) / rows.length)
        beside.values.push(rows.length / rawSeconds)
      }
    const memory: Figure = { name: 'ours: the most memory', unit: 'MB', values: [memoryMb(endpoint.pid)] }
    return {
      figures: [beside, ...ours.flatMap(({ rate, cpu }) => [rate, cpu]), memory],
      notes: [
        `${clients} devices, each ${batches} batches of ${perBatch} a round, one after another, from a thread of the bench; entries made, signed and packed beforehand, every answer and receipt verified afterwards.`,
        'Raw SQLite: the one in Node, WAL, synchronous=FULL, the same columns and indexes, a prepared statement, a transaction a batch, in the bench’s own process, with nothing beside it.',
      ],
    }
  } finally {
    raw.close()
    await senders.end()
    await endpoint.remove()
  }
}
