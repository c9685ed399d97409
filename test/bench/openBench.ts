import { asDocuments, type Documents } from './district/asDocuments.ts'
import { type FilledDistrict, fillDistrict } from './district/fillDistrict.ts'
import { type District, theDistrict } from './district/theDistrict.ts'
import type { Figure } from './figures.ts'
import { type PeerPages, startPeerPages } from './pages/peerPages.ts'
import type { Sizes } from './sizes.ts'

/** What the parts measure with: made when the first of them asks, and the same for all. */
export type Bench = {
  sizes: Sizes
  district: District
  filled(): Promise<FilledDistrict>
  documents(): Promise<Documents>
  peers(): Promise<PeerPages>
  remove(): Promise<void>
}

export type Measured = { figures: Figure[]; notes: string[] }
export type Part = (bench: Bench) => Promise<Measured>

export const openBench = (sizes: Sizes): Bench => {
  const { seed, households, visits } = sizes
  const district = theDistrict(seed, households, visits, Date.now())
  const filled = once(() => fillDistrict(district))
  const documents = once(async () => {
    const { person } = await filled.made()
    return asDocuments(district.households, person)
  })
  const peers = once(async () => startPeerPages(await documents.made()))
  return {
    sizes,
    district,
    filled: filled.made,
    documents: documents.made,
    peers: peers.made,
    remove: async () => {
      await (await peers.begun())?.remove()
      await (await filled.begun())?.endpoint.remove()
    },
  }
}

/** Made at the first asking; `begun` makes nothing. */
const once = <Made>(make: () => Promise<Made>): { made(): Promise<Made>; begun(): Promise<Made | null> } => {
  let made: Promise<Made> | null = null
  return {
    made: () => {
      made ??= make()
      return made
    },
    begun: async () => made?.catch(() => null) ?? null,
  }
}
