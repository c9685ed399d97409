import type { Point } from './distance.ts'

/** Where most of these points are: the median of each degree, so that one wrong place far away moves nothing. */
export const middleOf = (points: readonly Point[]): Point | null =>
  points.length === 0 ? null : { lat: median(points.map(({ lat }) => lat)), lon: median(points.map(({ lon }) => lon)) }

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
