import { type Bounds, world } from './bounds.ts'

/** A square of the unit square of Web Mercator (y grows to the south), as tiles are. */
export type Square = { readonly x: number; readonly y: number; readonly size: number }

/** What of an area lies in a square: nothing, all of the square, or a part, which can be asked about its quarters. */
export type Part = 'none' | 'whole' | AreaPart
export type AreaPart = { readonly in: (square: Square) => Part }

export type Area = AreaPart & { readonly bounds: Bounds }

export const everywhere: Area = { bounds: world, in: () => 'whole' }
