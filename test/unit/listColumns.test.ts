import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainBody, readPlainBody } from '../../src/wire/columns/columnBody.ts'
import { ColumnWriter } from '../../src/wire/columns/columnWriter.ts'
import { type ListAhead, readList, writeList } from '../../src/wire/columns/listColumns.ts'
import { NotColumns } from '../../src/wire/columns/notColumns.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

const inColumns = (list: ListAhead): Uint8Array<ArrayBuffer> => {
  const out = new ColumnWriter()
  writeList(out, list)
  return plainBody(out)
}
const outOf = (body: Uint8Array, most = 10_000_000): ListAhead => readList(readPlainBody(body, most))

const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits })
const uuid = fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => parts.join('-'))
const wellFormed = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed())
const value = fc.oneof(uuid, wellFormed, fc.constantFrom('\u0001', '"', '\\"'), fc.integer(), fc.constant(null))
const list = fc.record({
  book: wellFormed,
  seq: fc.nat(),
  digest: wellFormed,
  checklists: fc.array(uuid).map((ids) => ids.join()),
  text: fc.array(fc.array(value)).map((columns) => JSON.stringify(columns)),
})

it(`[R-ahead-01] whatever stands in a list comes out to the letter (seed ${seed})`, () => {
  const twice = '019df458-9106-78f0-a54f-2d765174d64d'
  const rows = [[twice, 'Vừ Bá Chò', `ở "${twice}"`, twice, twice.toUpperCase()]]
  const one = { book: 'b', seq: 7, digest: '7:ff', checklists: '', text: JSON.stringify(rows) }
  expect(outOf(inColumns(one))).toEqual(one)
  fc.assert(
    fc.property(list, (one) => {
      expect(outOf(inColumns(one))).toEqual(one)
    }),
    { seed, numRuns: 500 },
  )
})

it(`[R-ahead-02, R-wire-02] bytes that are no list are refused as such, and fill no memory (seed ${seed})`, () => {
  fc.assert(
    fc.property(list, fc.nat(), fc.nat(255), (one, at, byte) => {
      const body = inColumns(one)
      body[at % body.length] = byte
      try {
        outOf(body, 1_000_000)
      } catch (error) {
        expect(error).toBeInstanceOf(NotColumns)
      }
      expect(() => outOf(inColumns(one).subarray(0, body.length - 1))).toThrow(NotColumns)
    }),
    { seed, numRuns: 500 },
  )
  const bomb = new ColumnWriter()
  bomb.string('b')
  bomb.count(1)
  bomb.string('')
  bomb.string('')
  bomb.count(1_000_000_000)
  expect(() => outOf(plainBody(bomb), 1000)).toThrow(NotColumns)
})
