import type { Part } from './openBench.ts'
import { appSize } from './parts/appSize.ts'
import { endpoint } from './parts/endpoint.ts'
import { endpointRate } from './parts/endpointRate.ts'
import { firstLoad } from './parts/firstLoad.ts'
import { handIn, handInThin } from './parts/handIn.ts'
import { lists } from './parts/lists.ts'
import { memory } from './parts/memory.ts'
import { ownCommune } from './parts/ownCommune.ts'
import { save } from './parts/save.ts'

/** In the order in which they run: those first that want the district as it was filled. */
export const parts: { readonly [name: string]: Part } = {
  'app-size': appSize,
  'first-load': firstLoad,
  memory,
  'own-commune': ownCommune,
  'hand-in': handIn,
  'hand-in-thin': handInThin,
  'endpoint-rate': endpointRate,
  endpoint,
  lists,
  save,
}
