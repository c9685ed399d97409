import { expect, it } from 'vitest'
import { isFromHere, type Sender } from '../../src/app/service-worker/isFromHere.ts'
import manifest from '../../src/app/shell/manifest.json' with { type: 'json' }
import { judgeShared } from '../../src/domain/maps/judgeShared.ts'
import { sharedName } from '../../src/domain/maps/sharedName.ts'
import { placeAfterShare, type ShareTrouble, shareEndOf } from '../../src/domain/maps/shareEnd.ts'
import { staysShared, waitedTooLong } from '../../src/domain/maps/staysShared.ts'
import { shareTroubleWords } from '../../src/language/mapWords.ts'
import { overwriteGetLocale } from '../../src/language/words/runtime.js'

const troubles: ShareTrouble[] = ['from-elsewhere', 'no-file', 'several', 'no-room', 'full', 'cannot-keep', 'no-worker']

it('[R-maps-18] one file may wait, if this phone has room for it twice and for records beside', () => {
  const of = (...sizes: number[]) => sizes.map((size) => ({ size }))
  expect(judgeShared([], null)).toEqual({ ok: false, code: 'no-file' })
  expect(judgeShared(of(0), null)).toEqual({ ok: false, code: 'no-file' })
  expect(judgeShared(of(0, 5), null)).toEqual({ ok: true, file: { size: 5 } })
  expect(judgeShared(of(5, 6), null)).toEqual({ ok: false, code: 'several' })
  expect(judgeShared(of(100_000_000), 220_000_000)).toEqual({ ok: true, file: { size: 100_000_000 } })
  expect(judgeShared(of(100_000_000), 219_999_999)).toEqual({ ok: false, code: 'no-room' })
})

it('[R-maps-18] the name that another app gave it is kept as plain text of one short line', () => {
  for (const [said, kept] of [
    ['Keng Đu.pmtiles', 'Keng Đu.pmtiles'],
    ['Mỹ Lý.pmtiles'.normalize('NFD'), 'Mỹ Lý.pmtiles'.normalize('NFC')],
    ['KY-SON.PMTILES', 'KY-SON.pmtiles'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\maps\\ky-son.pmtiles', 'C maps ky-son.pmtiles'],
    ['<img src=x onerror=1>bản đồ\n\u0000.pmtiles', 'bản đồ.pmtiles'],
    ['\u202eselitmp.nab', 'selitmp.nab'],
    ['.pmtiles', 'pmtiles'],
    ['..', 'map'],
    ['', 'map'],
  ] as const)
    expect(sharedName(said), said).toBe(kept)
  const long = sharedName(`${'𝒟'.repeat(500)}.pmtiles`)
  expect([[...long].length, long.isWellFormed(), long.endsWith('𝒟.pmtiles')]).toEqual([88, true, true])
})

it('[R-maps-18] only the phone itself and the app are heard: what shows that it is another site is not', () => {
  const here = 'https://maiam.example'
  const system: Sender = { mode: 'navigate', destination: 'document', origin: 'null', referrer: '', site: null }
  const heard = (more: Partial<Sender>) => isFromHere({ ...system, ...more }, here)
  for (const more of [
    {},
    { origin: null, site: 'none' },
    { origin: here, referrer: `${here}/take-along`, site: 'same-origin' },
    { referrer: 'about:client' },
  ])
    expect(heard(more), JSON.stringify(more)).toBe(true)
  for (const more of [
    { site: 'cross-site' },
    { site: 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'http://maiam.example' },
    { origin: 'https://maiam.example:8443' },
    { referrer: 'https://evil.example/' },
    { referrer: `${here}.evil.example/` },
    { mode: 'no-cors' },
    { mode: 'cors', destination: '' },
    { destination: 'iframe' },
  ])
    expect(heard(more), JSON.stringify(more)).toBe(false)
})

it('[R-maps-18] how it ended is said in the address, and nothing that somebody else wrote there is believed', () => {
  for (const end of ['kept', ...troubles] as const) {
    const { pathname, search } = new URL(placeAfterShare(end), 'https://maiam.example')
    expect([pathname, shareEndOf(search)]).toEqual(['/take-along', end])
  }
  for (const search of [
    '',
    '?shared=',
    '?shared=constructor',
    '?shared=full-of-it',
    '?not-shared=full',
    '?shared=%66ull',
  ])
    expect(shareEndOf(search), search).toBeNull()
})

it('[R-maps-18] a copy that was taken in, or can never be, goes; what this phone’s own trouble kept out stays for a week', () => {
  expect((['left', 'no-room', 'cannot-write', 'elsewhere'] as const).map(staysShared)).toEqual([true, true, true, true])
  for (const came of [
    'whole',
    'not-a-map',
    'truncated',
    'other-area',
    'wrong-hash',
    'unreadable',
    'full',
    'deleted',
  ] as const)
    expect(staysShared(came), came).toBe(false)
  const now = Date.UTC(2026, 10, 23)
  const week = 7 * 86_400_000
  expect([waitedTooLong(now - week, now), waitedTooLong(now - week - 1, now), waitedTooLong(now + week, now)]).toEqual([
    false,
    true,
    false,
  ])
})

it('[R-maps-18, R-maps-10] each trouble has a sentence of its own in both languages, with what is safe and what to do', () => {
  for (const language of ['vi', 'en'] as const) {
    overwriteGetLocale(() => language)
    const said = troubles.map(shareTroubleWords)
    expect(new Set(said).size).toBe(troubles.length)
    for (const words of said) expect(words.split(/[.;]/).length, words).toBeGreaterThan(2)
  }
})

it('[R-maps-18] the phone offers Mái Ấm for a map’s file by its ending and by the types that phones give it', () => {
  const { action, method, enctype, params } = manifest.share_target
  expect([action, method, enctype]).toEqual(['/share-map', 'POST', 'multipart/form-data'])
  expect(params.files).toEqual([
    { name: 'map', accept: ['.pmtiles', 'application/vnd.pmtiles', 'application/octet-stream'] },
  ])
})
