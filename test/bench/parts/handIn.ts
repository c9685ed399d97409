import { type Figure, median } from '../figures.ts'
import { inTurn, type Runner } from '../inTurn.ts'
import { hillside, type Thin } from '../lines/oneWay.ts'
import type { Bench, Measured, Part } from '../openBench.ts'
import { jsonDays } from './jsonDays.ts'
import { ourDays } from './ourDays.ts'
import { peerDays } from './peerDays.ts'

/** A day's hand-in on a line as fast as the machine: bytes and round trips. */
export const handIn: Part = (bench) => days(bench, null)

/** The same at 50 kbit/s each way and 500 ms there and back. */
export const handInThin: Part = (bench) => days(bench, hillside)

const days = async (bench: Bench, thin: Thin | null): Promise<Measured> => {
  const ours = await ourDays(bench, thin)
  const others = [...(await jsonDays(bench, thin, ours.day)), ...(await peerDays(bench, thin, ours.day))]
  const runners: Runner[] = [{ name: 'ours', run: ours.run }, ...others]
  const figures = await inTurn(bench.sizes.rounds, runners)
  await ours.remove()
  for (const { remove } of others) await remove()
  return { figures: [...figures, ...totals(figures)], notes }
}

/** Both directions together, of each that has both. */
const totals = (figures: readonly Figure[]): Figure[] =>
  figures.flatMap(({ name, values }) => {
    if (!name.endsWith(': up')) return []
    const down = figures.find((other) => other.name === name.replace(': up', ': down'))
    const sums = values.map((up, round) => up + (down?.values[round] ?? 0))
    return Number.isNaN(median(sums))
      ? []
      : [{ name: name.replace(': up', ': up and down'), unit: 'bytes', values: sums }]
  })

const notes = [
  'A day is 50 visits, 10 checks with two signatures, 60 amendments, without photos. Each round is another day of the same phone; every peer gets that round’s very day.',
  'Bytes are all of the line, headers and answers too. Ours also verifies a receipt for each entry and asks in the same round trip what is new in the books; the others only push.',
  'JSON: one POST of the day’s entries as the contract’s JSON, packed by brotli beforehand (its time is not counted: no browser offers it), kept by one durable transaction, answered by the contract’s ids and hashes, packed by brotli at its best too.',
  'PouchDB: `replicate.to` with its defaults, of a database pulled before. RxDB: three collections at once, batches of 100, pull and push as its guide has them; answers packed by gzip. ODK-style: one HEAD, then one multipart POST a form, one after another, as its client does; no answer is packed. No browser packs what these send.',
]
