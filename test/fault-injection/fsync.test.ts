import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { type EndpointProcess, startEndpoint } from '../end-to-end/support/endpointProcess.ts'
import { registerHousehold, takePhoto } from '../end-to-end/support/fieldWork.ts'
import { enrolledPhone } from '../end-to-end/support/phone.ts'
import { aPicture } from '../support/aPicture.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { isLong, size } from '../support/size.ts'
import { TestDevice } from '../support/testDevice.ts'
import { sendPhoto } from './support/sendPhoto.ts'
import { type Call, readCalls, straceWords, whyNoStrace } from './support/strace.ts'

const keng = '40-417-16822'
const why = whyNoStrace()
if (why !== null) console.log(`Not counted: ${why}`)

const work = mkdtempSync(join(tmpdir(), 'mai-am-fsync-'))
let endpoint: EndpointProcess
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  await endpoint.remove()
  rmSync(work, { recursive: true, force: true })
})

const synced = ({ name }: Call) => name === 'fsync' || name === 'fdatasync'

it.skipIf(why !== null)('[I3, R-fsync-01] the books are fsynced before every receipt leaves the endpoint', async () => {
  const took = stopwatch()
  const log = join(work, 'endpoint.log')
  const lan = await TestDevice.enrolled(endpoint.url, endpoint.invite('Lan', 'recorder', [keng]).code)
  await endpoint.kill()
  await endpoint.startAgain({ under: ['strace', ...straceWords(log, ['fsync', 'write', 'writev', 'rename'])] })
  const pushes = size(40, 400)
  const photos = isLong ? 100 : 10
  for (let i = 0; i < pushes; i += 1) {
    const { body } = await lan.sync({ push: [lan.entry(keng, 'note.added', uuid7(Date.now()), { text: `ghi ${i}` })] })
    expect(body.acks.map(({ status }) => status)).toEqual(['accepted'])
  }
  for (let i = 0; i < photos; i += 1) expect(await sendPhoto(lan, aPicture(i, 30_000))).toBe(true)
  await endpoint.kill()
  await endpoint.startAgain()

  const calls = readCalls(log)
  const answers = calls.filter(({ line }) => /^\d+<.*"HTTP\/1\.1 20[0-9]/.test(line))
  // What was fsynced between one answer and the next, done before that one left.
  const before = answers.map((answer, at) => {
    const since = answers[at - 1]?.at ?? 0
    return calls.filter((call) => synced(call) && call.at > since && call.done <= answer.at).map(({ line }) => line)
  })
  const syncs = before.slice(0, pushes)
  expect(syncs.filter((lines) => lines.some((line) => line.includes('books.sqlite-wal')))).toHaveLength(pushes)
  // A photo: made, then its one piece; the piece's answer carries the receipt.
  const pieces = before.slice(pushes).filter((_, at) => at % 2 === 1)
  const durable = pieces.filter((lines) => {
    const file = lines.findIndex((line) => /\/uploads\//.test(line))
    const folder = lines.findIndex((line) => /\/photos\/[0-9a-f]{2}>/.test(line))
    const row = lines.findLastIndex((line) => line.includes('books.sqlite-wal'))
    return file >= 0 && file < folder && folder < row
  })
  expect([pieces.length, durable.length]).toEqual([photos, photos])
  const counts = { 'receipts of entries': pushes, 'receipts of photos': photos, 'without an fsync before': 0 }
  figure({ line: 6, test: 'An fsync before every receipt', seed: null, counts, seconds: took() })
})

it.skipIf(why !== null)('[I1, R-fsync-02] the phone’s database is fsynced before every “saved”', async () => {
  const took = stopwatch()
  const log = join(work, 'browser.log')
  const browser = join(work, 'chromium-under-strace')
  const words = straceWords(log, ['fsync', 'fdatasync'])
  const real = process.env.CHROME_PATH ?? '/usr/bin/chromium'
  writeFileSync(browser, `#!/bin/sh\nexec strace ${words.join(' ')} ${real} "$@"\n`)
  chmodSync(browser, 0o755)
  const phone = await enrolledPhone(endpoint, 'Lan', 'recorder', [keng], { browser })
  await phone.offline(true)
  await registerHousehold(phone, 'Lô Văn Páo')
  const { page } = phone
  const times: { tap: number; saved: number }[] = []
  const timed = async (save: () => Promise<unknown>, saved: () => Promise<unknown>) => {
    const tap = Date.now()
    await save()
    await saved()
    times.push({ tap, saved: Date.now() })
  }
  const saves = size(12, 60)
  for (let i = 0; i < saves; i += 1) {
    await page
      .getByRole('link', { name: /Ghi chú/ })
      .first()
      .click()
    await page.locator('textarea').fill(`nước suối lên lần ${i}`)
    // The draft is on the disk: what is fsynced from here on is the entry.
    await page.getByText('Bản nháp đã lưu trên máy').waitFor()
    await timed(
      () => page.getByRole('button', { name: 'Lưu ghi chú' }).click(),
      () => page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor(),
    )
  }
  await page.getByRole('link', { name: 'Thăm hộ' }).click()
  await page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await page.getByText('Bản nháp đã lưu trên máy').waitFor()
  await timed(
    () => takePhoto(phone),
    () => Promise.resolve(),
  )
  await phone.remove()

  const calls = readCalls(log).filter((call) => synced(call) && call.line.includes('IndexedDB'))
  const held = times.filter(({ tap, saved }) => calls.some(({ at, done }) => at * 1000 >= tap && done * 1000 <= saved))
  expect([times.length, held.length]).toEqual([saves + 1, saves + 1])
  const counts = { 'saved entries and photos': times.length, 'without an fsync before': 0 }
  figure({ line: 6, test: 'An fsync before every saved', seed: null, counts, seconds: took() })
})
