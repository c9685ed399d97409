import { expect, it } from 'vitest'
import { fewAtATime } from '../../src/endpoint/maps/fewAtATime.ts'
import { addressFault, tileAddress } from '../../src/endpoint/maps/tileAddress.ts'
import { openTileCache } from '../../src/endpoint/maps/tileCache.ts'

it('[R-maps-17] an address of tiles is https, or http to this very machine, with its three blanks in path or query', () => {
  const right = [
    'https://host.example/{z}/{x}/{y}.png',
    'https://host.example:8443/tile/{z}/{y}/{x}?key=a-b',
    'https://host.example/?z={z}&x={x}&y={y}',
    'http://localhost:8089/{z}/{x}/{y}.png',
    'http://127.0.0.1/{z}/{x}/{y}',
  ]
  for (const template of right) expect([template, addressFault(template)]).toEqual([template, null])
  const wrong: { [template: string]: string } = {
    '': 'lacks',
    'https://host.example/{z}/{x}.png': 'lacks {y}',
    'http://host.example/{z}/{x}/{y}.png': 'https://',
    'http://localhost.example/{z}/{x}/{y}.png': 'https://',
    'http://127.0.0.1.example/{z}/{x}/{y}.png': 'https://',
    'ftp://host.example/{z}/{x}/{y}.png': 'https://',
    'file:///{z}/{x}/{y}.png': 'https://',
    '/tiles/{z}/{x}/{y}.png': 'no address',
    'https://lan:secret@host.example/{z}/{x}/{y}.png': 'no user',
    'https://lan@host.example/{z}/{x}/{y}.png': 'no user',
    'https://{x}.host.example/{z}/{x}/{y}.png': 'host',
    'https://host.example:{x}/{z}/{x}/{y}.png': 'host',
    'https://{s}.host.example/{z}/{x}/{y}.png': 'a blank other',
    'https://host.example/{z}/{x}/{y}{r}.png': 'a blank other',
    'https://host.example/#{z}/{x}/{y}.png': 'behind #',
  }
  for (const [template, says] of Object.entries(wrong)) {
    expect(addressFault(template), template).toContain(says)
    expect(addressFault(template)).not.toContain('example')
  }
  const filled = tileAddress('https://h.example/{z}/{y}/{x}?again={x}', { z: 10, x: 808, y: 456 })
  expect(filled).toBe('https://h.example/10/456/808?again=808')
})

it('[R-maps-17] tiles are remembered up to so many bytes, the ones looked at longest ago go first, none longer than a day', () => {
  const clock = { ms: 0 }
  const cache = openTileCache(100, 1000, () => clock.ms)
  const tile = (length: number) => ({ bytes: Buffer.alloc(length), mime: 'image/png' as const })
  for (const name of ['a', 'b', 'c']) cache.keep(name, tile(30))
  expect(cache.find('a')?.bytes.length).toBe(30)
  cache.keep('d', tile(30))
  expect(['a', 'b', 'c', 'd'].map((name) => cache.find(name) !== null)).toEqual([true, false, true, true])
  // Kept again it counts once.
  for (let times = 0; times < 5; times += 1) cache.keep('d', tile(30))
  expect(cache.find('a')).not.toBeNull()
  cache.keep('larger than all', tile(101))
  expect(['a', 'c', 'd', 'larger than all'].map((name) => cache.find(name))).toEqual([null, null, null, null])
  cache.keep('e', tile(40))
  clock.ms = 999
  expect(cache.find('e')).not.toBeNull()
  cache.keep('f', tile(40))
  clock.ms = 1000
  expect(cache.find('e')).toBeNull()
  // What went of age takes no room either.
  cache.keep('g', tile(40))
  expect(['f', 'g'].map((name) => cache.find(name) !== null)).toEqual([true, true])
})

it('[R-maps-17] few acts run at once; each gets its turn, also behind one that failed', async () => {
  const inLine = fewAtATime(2)
  let [running, most] = [0, 0]
  const done: number[] = []
  const act = (at: number) => async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise((next) => setTimeout(next))
    running -= 1
    if (at % 3 === 0) throw new Error('it failed')
    done.push(at)
  }
  await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map((at) => inLine(act(at))))
  expect([most, done]).toEqual([2, [1, 2, 4, 5]])
})
