import type { District } from './theDistrict.ts'

/** The commune with the most households. */
export const largestCommune = (district: District): District['communes'][number] => inOrderOfSize(district)[0] ?? none

/** The one in the middle: as many communes are larger as are smaller. */
export const middleCommune = (district: District): District['communes'][number] => {
  const order = inOrderOfSize(district)
  return order[Math.floor(order.length / 2)] ?? none
}

const none = { id: '', title: '' }

const inOrderOfSize = ({ communes, households }: District): District['communes'] => {
  const counts = new Map<string, number>()
  for (const { commune } of households) counts.set(commune, (counts.get(commune) ?? 0) + 1)
  return communes.toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
}
