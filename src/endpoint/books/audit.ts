import type { Db } from './tables.ts'

/** Keeps who did what: append-only, read by admins. */
export const audit = async (
  tx: Db,
  atMs: number,
  what: string,
  who: string | null,
  detail: object = {},
): Promise<void> => {
  await tx
    .insertInto('audit')
    .values({ at: atMs, what, who, detail: JSON.stringify(detail) } as never)
    .execute()
}
