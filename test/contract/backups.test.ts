import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { restore } from '../../src/endpoint/admin/backup.ts'
import { scheduleBackups } from '../../src/endpoint/admin/scheduledBackups.ts'
import { readMeta } from '../../src/endpoint/books/openBooks.ts'
import { readSettings } from '../../src/endpoint/settings.ts'
import { aPicture } from '../support/aPicture.ts'
import { sha256Hex } from '../support/testDevice.ts'
import { kengDu, startTestEndpoint } from '../support/testEndpoint.ts'

const work = mkdtempSync(join(tmpdir(), 'mai-am-backups-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const until = (is: () => boolean) => expect.poll(is).toBe(true)
const made = (dir: string) => readdirSync(dir).filter((name) => name.endsWith('.tar.gz'))

it('[R-backup-02, L16] a scheduled backup is made and verified beside the running endpoint, old ones go, and phones are told', async () => {
  const endpoint = await startTestEndpoint()
  const lan = await endpoint.device('recorder', [kengDu])
  await lan.sync({ push: [lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'ghi' })] })
  const dir = join(work, 'made')
  mkdirSync(join(dir, '.mai-am-backup-left'), { recursive: true })
  utimesSync(join(dir, '.mai-am-backup-left'), 1, 1)
  // Two of one day long ago: the second goes. What somebody else laid here stays.
  for (const name of ['mai-am-20200101T010000Z.tar.gz', 'mai-am-20200101T020000Z.tar.gz', 'của-tôi.tar.gz'])
    writeFileSync(join(dir, name), '')
  const stop = scheduleBackups(endpoint.dir, { dir, everyMs: 3_600_000 })
  await until(() => made(dir).some((name) => /^mai-am-20[^0]/.test(name) && !name.includes('2020')))
  await until(() => !existsSync(join(dir, 'mai-am-20200101T020000Z.tar.gz')))
  await stop()
  expect(readdirSync(dir)).toEqual(expect.arrayContaining(['của-tôi.tar.gz']))
  expect(existsSync(join(dir, '.mai-am-backup-left'))).toBe(false)
  expect((await lan.sync({})).body.backedUp).not.toBeNull()
  const [newest = ''] = made(dir)
    .filter((name) => name.startsWith('mai-am-'))
    .sort()
    .reverse()
  expect(await restore(join(dir, newest), join(work, 'restored'), Date.now())).toMatchObject({ devices: 1 })
  await endpoint.close()
})

it('[R-backup-03] a backup that fails is said, drops nothing, and phones are not told that they are in one', async () => {
  const endpoint = await startTestEndpoint()
  const lan = await endpoint.device('recorder', [kengDu])
  const bytes = aPicture(1)
  const metadata = Object.entries({ photo: 'p', sha256: sha256Hex(bytes), tier: 'evidence' })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')
  const headers = {
    'tus-resumable': '1.0.0',
    'content-type': 'application/offset+octet-stream',
    'upload-length': String(bytes.length),
    'upload-metadata': metadata,
  }
  expect((await lan.request('POST', '/api/photos', { bytes, headers })).headers.has('x-receipt')).toBe(true)
  // The disk changed a picture.
  const sha256 = sha256Hex(bytes)
  writeFileSync(join(endpoint.dir, 'photos', sha256.slice(0, 2), sha256), 'hỏng')
  const dir = join(work, 'failed')
  mkdirSync(dir)
  writeFileSync(join(dir, 'mai-am-20200101T010000Z.tar.gz'), '')
  writeFileSync(join(dir, 'mai-am-20200101T020000Z.tar.gz'), '')
  const stop = scheduleBackups(endpoint.dir, { dir, everyMs: 3_600_000 })
  await until(() => readdirSync(dir).some((name) => name.startsWith('.mai-am-backup-')))
  await until(() => !readdirSync(dir).some((name) => name.startsWith('.mai-am-backup-')))
  await stop()
  expect(made(dir)).toHaveLength(2)
  expect(await readMeta(endpoint.books.db, 'backedUp')).toBeNull()
  await endpoint.close()
})

it('[R-backup-02] where and how often is said by two settings, and a wrong one is refused in words', () => {
  const plan = (env: NodeJS.ProcessEnv) => readSettings([], env).backups
  expect(plan({})).toBeNull()
  expect(plan({ MAI_AM_BACKUPS: '/mnt/usb' })).toEqual({ dir: '/mnt/usb', everyMs: 86_400_000 })
  expect(plan({ MAI_AM_BACKUPS: '/mnt/usb', MAI_AM_BACKUP_HOURS: '6' })).toMatchObject({ everyMs: 6 * 3_600_000 })
  expect(() => plan({ MAI_AM_BACKUP_HOURS: 'đêm' })).toThrow('MAI_AM_BACKUP_HOURS')
})
