import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { asInTheField } from '../end-to-end/support/asInTheField.ts'
import { startEndpointWith } from '../end-to-end/support/endpointProcess.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { cpuSeconds, memoryMb } from '../support/processFigures.ts'
import { size } from '../support/size.ts'
import { hashOf } from '../support/testDevice.ts'
import { communeBooks, districtOfPhones } from './support/districtOfPhones.ts'
import { believed, prepareSync } from './support/preparedSync.ts'
import { checkFolder, nothingReceipted } from './support/receipted.ts'

const pushed = 20
const pulled = 200

it('[I3, I5, L13, R-rush-01] a thousand devices at one instant over 21 books: each is receipted, nothing is there twice', async () => {
  const count = size(1_000, 1_000)
  const dir = mkdtempSync(join(tmpdir(), 'mai-am-thousand-'))
  const devices = await districtOfPhones(dir, count, pulled)
  const endpoint = await startEndpointWith(dir)
  onTestFinished(endpoint.remove)
  await endpoint.kill()
  await endpoint.startAgain({ under: asInTheField })
  const atRest = memoryMb(endpoint.pid)
  const day = devices.map((device, at) => {
    const book = communeBooks[at % communeBooks.length] ?? ''
    const push = Array.from({ length: pushed }, (_, nth) =>
      device.entry(book, 'visit.recorded', uuid7(Date.now()), {
        date: '2026-11-24',
        outcome: 'met-head',
        purposes: [],
        findings: `nền đã khô, thiếu ba bao xi măng, hẹn lại thứ sáu; hộ thứ ${nth}`,
      }),
    )
    return { device, book, push }
  })
  const rush = await Promise.all(
    day.map(({ device, book, push }) => prepareSync(device, { push, pull: { [book]: 0 }, limit: pulled })),
  )
  const cpuBefore = cpuSeconds(endpoint.pid)
  const took = stopwatch()
  const heard = await Promise.all(rush.map((prepared) => prepared.send(endpoint.url)))
  const seconds = took()
  const most = memoryMb(endpoint.pid)
  const cpu = cpuSeconds(endpoint.pid) - cpuBefore

  const seen = nothingReceipted()
  for (const [at, { book, push }] of day.entries()) {
    const prepared = rush[at]
    const answer = heard[at]
    if (prepared === undefined || answer === undefined) throw new Error('not asked')
    const body = await believed(prepared, answer)
    expect(body, `${answer.status} ${answer.said.subarray(0, 200)}`).not.toBeNull()
    expect(body?.acks.map(({ id, hash, status }) => [id, hash, status])).toEqual(
      push.map((entry) => [entry.id, hashOf(entry), 'accepted']),
    )
    expect(body?.books[book]?.entries).toHaveLength(pulled)
    for (const entry of push) seen.entries.set(entry.id, hashOf(entry))
  }
  // Some never heard the answer: said again, it is the same entries.
  for (const { device, push } of day.slice(0, 50)) {
    Object.assign(device, { url: endpoint.url })
    expect(new Set((await device.sync({ push })).body.acks.map(({ status }) => status))).toEqual(new Set(['duplicate']))
  }
  await endpoint.kill()
  expect(await checkFolder(dir, seen)).toEqual({ lost: [], double: [] })
  expect(seen.entries.size).toBe(count * pushed)
  const times = heard.map(({ ms }) => ms / 1000).sort((a, b) => a - b)
  const counts = {
    devices: count,
    receipted: seen.entries.size,
    twice: 0,
    'all answered, s (aim 6)': seconds.toFixed(1),
    'p50, s': (times[Math.floor(count * 0.5)] ?? 0).toFixed(1),
    'p95, s (aim 5)': (times[Math.floor(count * 0.95)] ?? 0).toFixed(1),
    'endpoint’s processor time, s': cpu.toFixed(1),
    'endpoint’s memory at rest, MB': atRest,
    'endpoint’s most, MB (aim 400)': most,
  }
  figure({ line: 13, test: 'A thousand devices at one instant', seed: null, counts, seconds })
})
