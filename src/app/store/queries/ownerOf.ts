import type { BookState } from '../../../domain/book/bookState.ts'
import type { Build } from '../../../domain/build/build.ts'
import { wholeHousehold } from '../../../domain/household/wholeHousehold.ts'

/** Whose house it is: empty where it is a medical station's. */
export const ownerOf = (state: BookState, build: Build): { name: string; village: string } => {
  const owner = 'household' in build.for ? wholeHousehold(state, build.for.household) : undefined
  return { name: owner?.fields.headName ?? '', village: owner?.fields.village ?? '' }
}
