import type { Compilable, CompiledQuery } from 'kysely'
import type { Db } from './tables.ts'

/**
 * A query that the endpoint asks again and again, built and compiled the first time only (decision 60): afterwards it is
 * its text with other values. `build` must make the same query whatever the values are, and hand each of them on as it is.
 */
export type SaidOnce<Values extends readonly unknown[], Row> = {
  (db: Db, ...values: Values): Promise<Row[]>
  /** The statement once for each of these, in their order; nothing is read back. */
  each(db: Db, all: readonly Values[]): Promise<void>
}

export const saidOnce = <Values extends readonly unknown[], Row>(
  build: (db: Db, ...values: Values) => Compilable<Row>,
): SaidOnce<Values, Row> => {
  /** By engine: another engine has other words. */
  const texts = new WeakMap<object, Said<Row>>()
  const said = (db: Db): Said<Row> => {
    const { adapter } = db.getExecutor()
    const before = texts.get(adapter)
    if (before !== undefined) return before
    const fresh = compiled(db, build)
    texts.set(adapter, fresh)
    return fresh
  }
  const ask = async (db: Db, ...values: Values): Promise<Row[]> => {
    const { query, fill } = said(db)
    return (await db.executeQuery<Row>({ ...query, parameters: fill(values) })).rows
  }
  return Object.assign(ask, {
    each: async (db: Db, all: readonly Values[]) => {
      const { query, fill } = said(db)
      if (all.length > 0) await db.executeQuery({ ...query, parameters: all.map(fill) })
    },
  })
}

type Said<Row> = { query: CompiledQuery<Row>; fill: (values: readonly unknown[]) => unknown[] }

/** Stands for a value while the query is compiled, so that it is known where the value goes. */
class Stand {
  readonly at: number

  constructor(at: number) {
    this.at = at
  }
}

const compiled = <Values extends readonly unknown[], Row>(
  db: Db,
  build: (db: Db, ...values: Values) => Compilable<Row>,
): Said<Row> => {
  const stands = Array.from({ length: build.length - 1 }, (_, at) => new Stand(at))
  const query = build(db, ...(stands as unknown as Values)).compile()
  const places = query.parameters.map((one) => (one instanceof Stand ? one.at : { kept: one }))
  if (new Set(places.filter((place) => typeof place === 'number')).size !== stands.length)
    throw new Error(`a value is missing in: ${query.sql}`)
  return { query, fill: (values) => places.map((place) => (typeof place === 'number' ? values[place] : place.kept)) }
}
