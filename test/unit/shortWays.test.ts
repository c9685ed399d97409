import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ZodMiniType } from 'zod/mini'
import { canonicalJson, storable } from '../../src/domain/book/canonicalJson.ts'
import type { KnownKind } from '../../src/domain/entries/kinds.ts'
import { isDay } from '../../src/domain/time/day.ts'
import { depthOf } from '../../src/endpoint/accept/depthOf.ts'
import { surelyFits } from '../../src/endpoint/accept/surelyFits.ts'
import { keptPages } from '../../src/endpoint/books/keptPages.ts'
import { among, listed } from '../../src/endpoint/books/listed.ts'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { saidOnce } from '../../src/endpoint/books/saidOnce.ts'
import type { Db } from '../../src/endpoint/books/tables.ts'
import { syncAnswerText } from '../../src/endpoint/routes/syncAnswerText.ts'
import { entryShape } from '../../src/wire/entry.ts'
import { bodyShapes } from '../../src/wire/kinds/bodyShapes.ts'

/** The endpoint's short ways beside the long ones that say the same. */

const unit = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    'Z',
    '0',
    '9',
    ' ',
    '"',
    '\\',
    '/',
    '\n',
    '\u0000',
    '\u007f',
    'é',
    'ồ',
    '\u2028',
    '\ud800',
    '\udc00',
    '💧',
    '{',
    '[',
    '}',
    ']',
  ),
})
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    unit,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(unit, tie('value'), { maxKeys: 40 }),
  ),
})).value

/** RFC 8785, word for word. */
const slowly = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(slowly).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const object = value as { [key: string]: unknown }
  const parts = Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${slowly(object[key])}`)
  return `{${parts.join(',')}}`
}

it('[R-fast-01, I9] canonical text is what the standard says of any JSON, whatever stands in it', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(value)).toBe(slowly(value))
    }),
    { numRuns: 2_000 },
  )
})

it('[R-fast-01] text that can’t be kept always shows as an escape in the canonical text', () => {
  fc.assert(
    fc.property(json, (value) => {
      if (!canonicalJson(value).includes('\\u')) expect(storable(value)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

it('[R-fast-01, R-wire-02] depth is counted as a reader counts it, past every quote and backslash in a string', () => {
  const depth = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0
  fc.assert(
    fc.property(json, (value) => {
      expect(depthOf(JSON.stringify(value))).toBe(depth(value))
    }),
    { numRuns: 2_000 },
  )
  expect(depthOf(`["${'\\\\'.repeat(1_000)}",[${'['.repeat(40)}`)).toBe(42)
})

it('[R-fast-01] a day is a day of the calendar, leap years too', () => {
  const known = (text: string) => {
    const ms = Date.parse(text)
    return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
  }
  for (const year of ['0000', '0099', '1900', '2000', '2023', '2024', '2026', '2100', '9999'])
    for (let month = 0; month <= 13; month += 1)
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        expect(`${text} ${isDay(text)}`).toBe(`${text} ${known(text)}`)
      }
})

it('[R-fast-02] an answer put together from kept texts is the answer', () => {
  const entry = { at: 'x', body: { text: '"]}' }, id: 'e1' }
  const page = { from: 1, cursor: 1, title: 'Keng Đu', digest: '1:00', seal: 's', more: false }
  const stamped = `${canonicalJson(entry).slice(0, -1)},"seq":1,"stamp":"t"}`
  const said = { protocol: 1, acks: [], scope: [] }
  const answer = { ...said, books: { a: { ...page, entries: [stamped, stamped] }, b: { ...page, entries: [] } } }
  const one = { ...entry, seq: 1, stamp: 't' }
  expect(JSON.parse(syncAnswerText(answer as never))).toEqual({
    ...said,
    books: { a: { ...page, entries: [one, one] }, b: { ...page, entries: [] } },
  })
  expect(JSON.parse(syncAnswerText({ ...said, books: {} } as never))).toEqual({ ...said, books: {} })
})

it('[R-fast-03] kept pages stay within their room: the one asked for longest ago goes first, the last one stays', async () => {
  const made: string[] = []
  const kept = keptPages<string>(10, (page) => (page === 'damaged' ? null : page.length))
  const ask = (key: string, page: string) =>
    kept.page(key, async () => {
      made.push(key)
      return page
    })
  await ask('a', 'aaaa')
  await ask('b', 'bbbb')
  await ask('a', 'aaaa')
  await ask('c', 'cccc')
  expect(made).toEqual(['a', 'b', 'c'])
  // `b` had to go, `a` was asked for since.
  expect(await ask('a', 'another')).toBe('aaaa')
  await ask('b', 'bbbb')
  expect(made).toEqual(['a', 'b', 'c', 'b'])
  // Larger than all the room: kept alone, until the next.
  await ask('large', 'l'.repeat(50))
  await ask('large', '')
  await ask('a', 'aaaa')
  await ask('large', 'l'.repeat(50))
  expect(made).toEqual(['a', 'b', 'c', 'b', 'large', 'a', 'large'])
  // What must not be kept is made anew.
  expect([await ask('m', 'damaged'), await ask('m', 'm')]).toEqual(['damaged', 'm'])
  // Two at once make it twice and are counted once.
  await Promise.all([ask('d', 'dddd'), ask('d', 'dddd')])
  await ask('e', 'eeee')
  made.length = 0
  await ask('d', 'dddd')
  await ask('e', 'eeee')
  expect(made).toEqual([])
})

it('[R-fast-04] a query said once gives what it gives when built anew, for other values, lists and rows', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'mai-am-said-'))
  const books = await openBooks(dir)
  let built = 0
  const put = saidOnce((db: Db, key: string, value: string) => db.insertInto('meta').values({ key, value }))
  const find = saidOnce((db: Db, value: string, keys: string) => {
    built += 1
    return db.selectFrom('meta').select('key').where('key', 'in', among<string>(keys)).where('value', '=', value)
  })
  await put.each(books.db, [])
  await put.each(books.db, [
    ['a', 'x'],
    ['b"]', 'x'],
    ['c', 'y'],
  ])
  const keys = async (value: string, ...of: string[]) => (await find(books.db, value, listed(of))).map(({ key }) => key)
  expect(await keys('x', 'a', 'b"]', 'c', 'd')).toEqual(['a', 'b"]'])
  expect(await keys('y', 'a', 'c')).toEqual(['c'])
  expect(await keys('y')).toEqual([])
  await books.db.transaction().execute(async (tx) => expect((await find(tx, 'y', listed(['c']))).length).toBe(1))
  expect(built).toBe(1)
  // What is handed on changed, or not at all, can't be filled in later: said at once.
  const wrong = saidOnce((db: Db, key: string, _unused: string) =>
    db.selectFrom('meta').select('key').where('key', '=', key),
  )
  await expect(wrong(books.db, 'a', 'b')).rejects.toThrow('a value is missing')
  await books.close()
  rmSync(dir, { recursive: true, force: true })
})

it('[R-fast-05, I7] what surely fits, zod takes too, whatever was done to an example; and every example surely fits', () => {
  const bodies = Object.keys(bodyShapes).map((kind) => {
    const { body } = JSON.parse(readFileSync(`src/wire/examples/${kind}.json`, 'utf8')) as { body: object }
    const shape: ZodMiniType = bodyShapes[kind as KnownKind]
    return [shape, surelyFits(shape), body] as [ZodMiniType, (value: unknown) => boolean, object]
  })
  const tuples = ['area.declared']
  const slow = Object.keys(bodyShapes).filter((_, at) => !bodies[at]?.[1](bodies[at]?.[2]))
  const entry = JSON.parse(readFileSync('src/wire/examples/note.added.json', 'utf8')) as object
  bodies.push([entryShape, surelyFits(entryShape), entry])
  expect(bodies.at(-1)?.[1](entry)).toBe(true)
  // Of a whole district a few dozen: not worth a short way.
  expect(slow).toEqual(tuples)
  const strange = fc.oneof(
    fc.constantFrom(
      undefined,
      null,
      true,
      0,
      0.5,
      -1,
      1e300,
      2 ** 53,
      '',
      'x',
      '2026-02-30',
      'x'.repeat(5_000),
      [],
      {},
      ['x'],
      [0.5],
    ),
    json,
  )
  const harm = fc.record({ steps: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 }), strange })
  let taken = 0
  let refused = 0
  fc.assert(
    fc.property(fc.nat({ max: bodies.length - 1 }), fc.array(harm, { minLength: 1, maxLength: 3 }), (at, harms) => {
      const [shape, fits, whole] = bodies[at] as (typeof bodies)[number]
      const body = structuredClone(whole)
      for (const { steps, strange } of harms) harmed(body, steps, structuredClone(strange))
      const said = JSON.parse(JSON.stringify(body))
      const { success } = shape.safeParse(said)
      if (success) taken += 1
      else refused += 1
      if (fits(said)) expect(success).toBe(true)
    }),
    { numRuns: 5_000 },
  )
  expect(Math.min(taken, refused)).toBeGreaterThan(300)
})

/** Puts something else in a place within. */
const harmed = (whole: object, steps: readonly number[], strange: unknown): void => {
  let place = whole as { [key: string]: unknown }
  for (const step of steps) {
    const keys = Object.keys(place)
    const key = keys[step % Math.max(1, keys.length)] ?? 'x'
    const within = place[key]
    if (typeof within !== 'object' || within === null || step % 3 === 0) {
      place[key] = strange
      return
    }
    place = within as typeof place
  }
  place.x = strange
}
