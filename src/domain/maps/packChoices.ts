import type { MapPack } from './mapPack.ts'

/** A pack on this phone; `got`: bytes of it that came so far, null where it is whole. */
export type PackHere = { pack: MapPack; got: number | null }

/**
 * How a pack stands. `older`: another one of that id is here whole and is used until this one is; `got` bytes of it
 * have come.
 */
export type PackStanding =
  | { at: 'absent' }
  | { at: 'partial'; got: number }
  | { at: 'whole' }
  | { at: 'older'; got: number }

/** One line of a list of maps. `offered`: the endpoint has it, as far as was last heard. */
export type PackChoice = { pack: MapPack; offered: boolean; standing: PackStanding; bytesToFetch: number }

/** All that is offered, in that order, then what is only here. */
export const packChoices = (offered: readonly MapPack[], here: readonly PackHere[]): PackChoice[] => [
  ...offered.map((pack) => choice(pack, true, standingOf(pack, here))),
  ...here
    .filter(({ pack }) => !offered.some(({ id }) => id === pack.id))
    .map(({ pack, got }) => choice(pack, false, got === null ? { at: 'whole' } : { at: 'partial', got })),
]

const choice = (pack: MapPack, offered: boolean, standing: PackStanding): PackChoice => ({
  pack,
  offered,
  standing,
  bytesToFetch: standing.at === 'whole' ? 0 : pack.bytes - ('got' in standing ? standing.got : 0),
})

const standingOf = (pack: MapPack, here: readonly PackHere[]): PackStanding => {
  const ofId = here.filter((one) => one.pack.id === pack.id)
  const same = ofId.filter((one) => one.pack.sha256 === pack.sha256)
  if (same.some(({ got }) => got === null)) return { at: 'whole' }
  const got = same[0]?.got ?? 0
  if (ofId.some((one) => one.got === null)) return { at: 'older', got }
  return same.length > 0 ? { at: 'partial', got } : { at: 'absent' }
}
