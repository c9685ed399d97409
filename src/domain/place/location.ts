/**
 * Where a phone was, WGS 84 degrees; `accuracy` in metres (radius of 68 % confidence), `age` of the fix in whole
 * seconds when it was used. `by` says how it came about: a fix, a pin moved on the map, or typed.
 * `missing` stands where no fix came: it never blocks saving.
 */
export type Location =
  | { lat: number; lon: number; accuracy: number | null; age?: number; by: 'gps' | 'map' | 'typed'; altitude?: number }
  | { missing: 'no-fix' | 'denied' | 'unavailable' }
