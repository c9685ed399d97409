import { type RawBuilder, sql } from 'kysely'

/** A list as one value, to be handed to `among`: however long it is, the statement stays the same. */
export const listed = (list: readonly (string | number)[]): string => JSON.stringify(list)

/** What stands in a list, for `where(column, 'in', among(list))`. SQLite’s words; PostgreSQL says `jsonb_array_elements_text`. */
export const among = <Value extends string | number>(list: string): RawBuilder<Value> =>
  sql<Value>`(select value from json_each(${list}))`
