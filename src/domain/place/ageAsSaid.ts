/** An age as a person says it: seconds under two minutes, then minutes, then hours. */
export const ageAsSaid = (seconds: number): { value: number; unit: 'seconds' | 'minutes' | 'hours' } => {
  if (seconds < 120) return { value: Math.round(seconds), unit: 'seconds' }
  if (seconds < 7200) return { value: Math.round(seconds / 60), unit: 'minutes' }
  return { value: Math.round(seconds / 3600), unit: 'hours' }
}
