/**
 * `node test/bench/endpointRate.ts [--to FILE] [--rounds N] [--batches N] [--form JSON]`: rows a second that a real endpoint takes in, by
 * eight devices with batches of 200, whole path (signature, unpacking, zod, hash, fsync, receipt, signed answer), in JSON
 * and in columns, and what raw SQLite takes in of the same rows, in turn. Told, and written to FILE as one part of the
 * bench's report.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { asInTheField } from '../end-to-end/support/asInTheField.ts'
import { startEndpointWith } from '../end-to-end/support/endpointProcess.ts'
import { districtOfPhones } from '../fault-injection/support/districtOfPhones.ts'
import { cpuSeconds, memoryMb } from '../support/processFigures.ts'
import { chanceOf } from './chance.ts'
import { openRawBooks } from './rate/openRawBooks.ts'
import { type Form, perBatch, prepareRound } from './rate/prepareRound.ts'
import { startSenders } from './rate/startSenders.ts'

const clients = 8
const seed = 2026
const bothForms: readonly Form[] = ['JSON', 'columns']

type Figure = { name: string; unit: 'rows/s' | 'ms' | 'MB'; values: number[] }
type Counted = { [kind: string]: number }
/** As the bench's report reads a part. */
export type RateFigures = {
  part: 'endpoint-rate'
  day: string
  command: string
  sizes: { households: number; visits: number; rounds: number; seed: number }
  figures: Figure[]
  notes: string[]
}

/** `rounds` times each form, raw SQLite behind each; `batches` of 200 rows for each of eight devices a round. One more begins unseen. */
export const endpointRate = async (
  rounds: number,
  batches: number,
  forms: readonly Form[] = bothForms,
): Promise<RateFigures> => {
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
  const counted: Counted = {}
  try {
    for (let round = 0; round <= rounds; round += 1)
      for (const { form, rate, cpu } of ours) {
        const { messages, rows, check } = await prepareRound(form, devices, batches, chance, counted)
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
      part: 'endpoint-rate',
      day: new Date().toISOString().slice(0, 10),
      command: 'node test/bench/endpointRate.ts',
      sizes: {
        households: counted['household.registered'] ?? 0,
        visits: counted['visit.recorded'] ?? 0,
        rounds,
        seed,
      },
      figures: [beside, ...ours.flatMap(({ rate, cpu }) => [rate, cpu]), memory],
      notes: [
        `${clients} clients, each ${batches} batches of ${perBatch} a round, one after another, from a thread of the bench; entries made, signed and packed beforehand, every answer and receipt verified afterwards.`,
        'Raw SQLite: the one in Node, WAL, synchronous=FULL, the same columns and indexes, a prepared statement, a transaction a batch, in the bench’s own process, with nothing beside it.',
      ],
    }
  } finally {
    raw.close()
    await senders.end()
    await endpoint.remove()
  }
}

export const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const half = (sorted.length - 1) / 2
  return ((sorted[Math.floor(half)] ?? Number.NaN) + (sorted[Math.ceil(half)] ?? Number.NaN)) / 2
}

const tell = ({ figures }: RateFigures): void => {
  for (const { name, unit, values } of figures)
    console.log(`${name}: ${Math.round(medianOf(values))} ${unit} (${values.map((one) => Math.round(one)).join(', ')})`)
  const rateOf = (what: string) => medianOf(figures.find(({ name }) => name === what)?.values ?? [])
  for (const form of bothForms)
    console.log(`ratio, ${form}: ${(rateOf(`ours, ${form}`) / rateOf('raw SQLite')).toFixed(3)} (aim 0.5)`)
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      rounds: { type: 'string' },
      batches: { type: 'string' },
      form: { type: 'string' },
    },
  })
  const seen = await endpointRate(
    Number(values.rounds ?? 5),
    Number(values.batches ?? 10),
    bothForms.filter((form) => form === (values.form ?? form)),
  )
  tell(seen)
  if (values.to !== undefined) {
    mkdirSync(dirname(values.to), { recursive: true })
    writeFileSync(values.to, `${JSON.stringify(seen, null, 1)}\n`)
  }
}
