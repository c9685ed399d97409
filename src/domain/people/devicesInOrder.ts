import { nameSortKey } from '../names/nameSortKey.ts'

type Device = { person: { name: string }; confirmed: boolean; revoked: boolean }

/** Those that wait for a confirmation first, then by name; those whose rights were taken back last. */
export const devicesInOrder = <D extends Device>(devices: readonly D[]): D[] =>
  devices
    .map((device) => ({ device, place: placeOf(device), name: nameSortKey(device.person.name) }))
    .sort((a, b) => a.place - b.place || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ device }) => device)

const placeOf = ({ confirmed, revoked }: Device): number => {
  if (revoked) return 2
  return confirmed ? 1 : 0
}
