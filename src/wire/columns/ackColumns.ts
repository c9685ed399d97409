import type { Ack } from '../messages/sync.ts'
import { msOfClock, readClocks, writeClocks } from './clockColumn.ts'
import type { ColumnReader } from './columnReader.ts'
import type { ColumnWriter } from './columnWriter.ts'
import { NotColumns } from './notColumns.ts'
import { readNumbers, writeNumbers } from './numberColumn.ts'
import { readTexts, writeTexts } from './textColumn.ts'
import type { SeenUuids } from './uuidColumn.ts'
import { readValues, writeValues } from './valueColumn.ts'

/** What was pushed, in its order, as both sides know it: its answer need not repeat it. */
export type Pushed = { id: string; hash: string; at: string; device: string }

const stampAt = 0
const noStamp = 1
const otherStamp = 2

export const writeAcks = (
  out: ColumnWriter,
  seen: SeenUuids,
  acks: readonly Ack[],
  pushed: readonly (Pushed | null)[],
): void => {
  out.count(acks.length)
  const isOf = ({ id, hash }: Ack, at: number) => id !== null && id === pushed[at]?.id && hash === pushed[at]?.hash
  writeNumbers(
    out,
    acks.map((ack, at) => (isOf(ack, at) ? 1 : 0)),
  )
  const others = acks.filter((ack, at) => !isOf(ack, at))
  writeValues(
    out,
    seen,
    others.map(({ id }) => id),
  )
  writeValues(
    out,
    seen,
    others.map(({ hash }) => hash),
  )
  writeTexts(
    out,
    seen,
    acks.map(({ status }) => status),
  )
  for (const field of ['seq', 'code', 'detail'] as const)
    writeValues(
      out,
      seen,
      acks.map((ack) => ack[field] ?? null),
    )
  const how = acks.map(({ stamp }, at) =>
    stamp === undefined ? noStamp : stamp === pushed[at]?.at ? stampAt : otherStamp,
  )
  writeNumbers(out, how)
  const stamps = acks.filter((_, at) => how[at] === otherStamp)
  writeClocks(
    out,
    stamps.map(({ stamp }) => stamp ?? ''),
    besides(how, pushed),
  )
}

export const readAcks = (from: ColumnReader, seen: SeenUuids, pushed: readonly Pushed[]): unknown[] => {
  const count = from.count()
  if (count > pushed.length) throw new NotColumns('acks')
  const own = readNumbers(from, count)
  const others = own.reduce((sum, one) => sum + (one === 1 ? 0 : 1), 0)
  const [ids, hashes] = [readValues(from, seen, others), readValues(from, seen, others)]
  const statuses = readTexts(from, seen, count)
  const [seqs, codes, details] = [
    readValues(from, seen, count),
    readValues(from, seen, count),
    readValues(from, seen, count),
  ]
  const how = readNumbers(from, count)
  const stamps = readClocks(from, besides(how, pushed))
  let [other, stamped] = [-1, -1]
  return statuses.map((status, at) => {
    const sent = pushed[at] as Pushed
    if (own[at] !== 1) other += 1
    if (how[at] === otherStamp) stamped += 1
    const stamp = how[at] === stampAt ? sent.at : how[at] === otherStamp ? stamps[stamped] : undefined
    return {
      id: own[at] === 1 ? sent.id : ids[other],
      hash: own[at] === 1 ? sent.hash : hashes[other],
      status,
      ...said('seq', seqs[at]),
      ...said('stamp', stamp ?? null),
      ...said('code', codes[at]),
      ...said('detail', details[at]),
    }
  })
}

const besides = (how: readonly number[], pushed: readonly (Pushed | null)[]) =>
  how.flatMap((one, at) => {
    const sent = pushed[at]
    return one === otherStamp ? [sent ? { ms: msOfClock(sent.at), device: sent.device } : { ms: 0, device: '' }] : []
  })

const said = (field: string, value: unknown) => (value === null ? {} : { [field]: value })
