/** A distance as a person says it: whole metres, tens from 100 m on, kilometres with one decimal from 1 km on. */
export const distanceAsSaid = (metres: number): { value: number; unit: 'm' | 'km' } => {
  if (metres < 100) return { value: Math.round(metres), unit: 'm' }
  if (metres < 995) return { value: Math.round(metres / 10) * 10, unit: 'm' }
  return { value: Math.round(metres / 100) / 10, unit: 'km' }
}
