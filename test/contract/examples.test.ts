import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { storable } from '../../src/domain/book/canonicalJson.ts'
import type { Entry } from '../../src/domain/entries/entry.ts'
import { judgeBody } from '../../src/domain/entries/judgeBody.ts'
import { communeKinds, districtKinds, type KnownKind } from '../../src/domain/entries/kinds.ts'
import { isClockReading } from '../../src/domain/time/hybridClock.ts'
import { entryShape } from '../../src/wire/entry.ts'
import { bodyShapes } from '../../src/wire/kinds/bodyShapes.ts'
import { hashOf } from '../support/testDevice.ts'

const kinds = [...new Set<KnownKind>([...communeKinds, ...districtKinds])].sort()
const files = globSync('src/wire/examples/*.json').filter((path) => basename(path) !== 'hashes.json')
const examples = new Map(
  files.map((path) => [basename(path, '.json'), JSON.parse(readFileSync(path, 'utf8')) as Entry]),
)
const hashes = JSON.parse(readFileSync('src/wire/examples/hashes.json', 'utf8')) as { [kind: string]: string }

it('[R-wire-06] there is one example of each known kind, and no other', () => {
  expect([...examples.keys()].sort()).toEqual(kinds)
  expect(kinds).toHaveLength(20)
})

it.each(kinds)(
  '[R-wire-06] the example of %s is one the endpoint would take, and its hash is the one listed',
  (kind) => {
    const entry = examples.get(kind)
    if (entry === undefined) throw new Error(`no example of ${kind}`)
    expect(entryShape.safeParse(entry).error).toBeUndefined()
    expect([entry.kind, storable(entry), isClockReading(entry.at)]).toEqual([kind, true, true])
    expect(entry.at.endsWith(entry.device.slice(0, 8))).toBe(true)
    expect(bodyShapes[kind].safeParse(entry.body).error).toBeUndefined()
    expect(judgeBody(kind, entry.body)).toMatchObject({ ok: true })
    expect(hashOf(entry)).toBe(hashes[kind])
  },
)

it('[R-wire-06] the hashes name the examples and nothing else, and no two entries share an id or a counter', () => {
  expect(Object.keys(hashes).sort()).toEqual(kinds)
  const entries = [...examples.values()]
  expect(new Set(entries.map(({ id }) => id)).size).toBe(kinds.length)
  expect(new Set(entries.map(({ device, n }) => `${device} ${n}`)).size).toBe(kinds.length)
})

it('[R-wire-07] every field of every kind is explained in kinds/README.md', () => {
  const sections = new Map(
    readFileSync('src/wire/kinds/README.md', 'utf8')
      .split(/^### /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')).replaceAll('`', '').trim(), section]),
  )
  expect([...sections.keys()].sort()).toEqual(kinds)
  const missing = kinds.flatMap((kind) =>
    fieldsOf(kind).filter((field) => !sections.get(kind)?.includes(`\`${field}\``)),
  )
  expect(missing).toEqual([])
})

/** Top fields of a body, of which amendments have `set` and `settles`. */
const fieldsOf = (kind: KnownKind): string[] => {
  const { def } = bodyShapes[kind] as unknown as { def: { shape: object } }
  return Object.keys(def.shape)
}
