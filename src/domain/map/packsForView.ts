import { type Bounds, meet } from './bounds.ts'

/** What the map must know of a pack to paint it. */
export type PackCovering = { id: string; bounds: Bounds; maxzoom: number }

/**
 * The packs that reach into a view, in the order in which they are painted: the wide ones first, so that the finer one
 * lies on top where it covers. Of two as wide, the one with the deeper zoom is on top.
 */
export const packsForView = <Pack extends PackCovering>(packs: readonly Pack[], view: Bounds): Pack[] =>
  packs
    .filter(({ bounds }) => meet(bounds, view))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || a.maxzoom - b.maxzoom || (a.id < b.id ? -1 : 1))

/** Square degrees: only compared. */
const sizeOf = ({ bounds: [west, south, east, north] }: PackCovering): number => (east - west) * (north - south)
