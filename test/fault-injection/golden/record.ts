/**
 * Records what this version says and is answered, before it is released: `npm run golden`. Small, kept for ever, and held against every later version by goldenTraffic.test.ts.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import project from '../../../package.json' with { type: 'json' }
import { backup } from '../../../src/endpoint/admin/backup.ts'
import { openBooks } from '../../../src/endpoint/books/openBooks.ts'
import { endpointKeys } from '../../../src/endpoint/keys/endpointKeys.ts'
import { startEndpoint } from '../../end-to-end/support/endpointProcess.ts'
import { TestDevice } from '../../support/testDevice.ts'
import type { Traffic } from './exchange.ts'
import { lanAtWork } from './lanAtWork.ts'
import { laterAnswers } from './laterAnswers.ts'
import { everyKind, fromALater } from './othersAtWork.ts'
import { startRecordingWire } from './recordingWire.ts'

const keng = '40-417-16822'
const all = [keng, '40-417-16816', '40-417-16831']
const folder = `test/fault-injection/golden/${project.version}`
const work = mkdtempSync(join(tmpdir(), 'mai-am-golden-'))
const wire = await startRecordingWire()
const endpoint = await startEndpoint(wire.url)
wire.target = endpoint.url
const books = await openBooks(endpoint.dir)
try {
  const lan = endpoint.invite('Lan', 'recorder', [keng])
  const codes = ['Mai', 'Chò'].map((name) => endpoint.invite(name, 'district', all).code)
  // As it stands before anything is said: the codes are open.
  await backup(books, join(work, 'endpoint.tar.gz'), Date.now())

  const device = await lanAtWork(lan.link, async () => {
    const [mai = '', later = ''] = codes
    await everyKind(await TestDevice.enrolled(wire.url, mai))
    await fromALater(await TestDevice.enrolled(wire.url, later), keng)
  })
  const keys = await endpointKeys(books.db)
  const traffic: Traffic = {
    version: project.version,
    lan: device,
    exchanges: wire.exchanges,
    answersOfALater: await laterAnswers(wire.exchanges, device, keys),
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/endpoint.tar.gz`, readFileSync(join(work, 'endpoint.tar.gz')))
  writeFileSync(`${folder}/traffic.json`, `${JSON.stringify(traffic, null, 1)}\n`)
  console.log(`${wire.exchanges.length} exchanges in ${folder}`)
} finally {
  await books.close()
  await endpoint.remove()
  await wire.close()
  rmSync(work, { recursive: true, force: true })
}
