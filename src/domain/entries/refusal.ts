/** Why a draft can't become an entry, said beside the field. `code` is a key of the language's refusals. */
export type Refusal = { field: string; code: string; detail?: { [name: string]: string | number } }

/** A refusal is an answer, not an exception. */
export type Judged<T> = { ok: true; value: T } | { ok: false; refusals: Refusal[] }
export const accepted = <T>(value: T): Judged<T> => ({ ok: true, value })
export const refused = (...refusals: Refusal[]): Judged<never> => ({ ok: false, refusals })
