/** Of what a book's rows were made: by which rules, of which pages, and of which entries without a number yet. */
export type ListMark = {
  fold: string
  generation: number
  seq: number
  digest: string
  /** The checklists that were published then, by their entries. */
  checklists: string
  /** Ids and stamps. */
  pending: [string, string][]
}

/**
 * A book's list as it was last made, beside the pages that it was made of. `ahead`: the endpoint made it, of pages that are
 * not all here yet; it serves until they are.
 */
export type KeptList = { book: string; mark: ListMark; sum: number; text: string; ahead?: true }

/** One that needs no sum: it did not come from the disk. */
export type GivenList = Omit<KeptList, 'sum'>
