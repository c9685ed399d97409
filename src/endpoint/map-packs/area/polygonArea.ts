import type { Area, Part, Square } from './area.ts'
import type { Bounds } from './bounds.ts'
import { xOf, yOf } from './mercator.ts'

type Edge = readonly [x1: number, y1: number, x2: number, y2: number]

/** Rings of polygons, outer and holes alike, as [longitude, latitude]; a place within an odd number of them is in. */
export const polygonArea = (rings: readonly (readonly (readonly number[])[])[]): Area => {
  const edges = rings.flatMap(edgesOf)
  return { bounds: boundsOf(rings.flat()), in: (square) => partOf(edges, edges, square) }
}

/** `near`: those of all edges that cross the square around this one. */
const partOf = (all: readonly Edge[], near: readonly Edge[], square: Square): Part => {
  const crossing = near.filter((edge) => touches(edge, square))
  if (crossing.length > 0) return { in: (quarter) => partOf(all, crossing, quarter) }
  return isInside(all, square.x + square.size / 2, square.y + square.size / 2) ? 'whole' : 'none'
}

const edgesOf = (ring: readonly (readonly number[])[]): Edge[] => {
  const points = ring.map(([longitude = 0, latitude = 0]) => [xOf(longitude), yOf(latitude)] as const)
  return points.map(([x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length]!
    return [x, y, nextX, nextY]
  })
}

/** Whether an edge has a point in common with a square, its border included (Liang and Barsky's clipping). */
const touches = ([x1, y1, x2, y2]: Edge, { x, y, size }: Square): boolean => {
  let [from, to] = [0, 1]
  for (const [start, way, least] of [
    [x1, x2 - x1, x],
    [y1, y2 - y1, y],
  ] as const) {
    if (way === 0) {
      if (start < least || start > least + size) return false
      continue
    }
    const [one, other] = [(least - start) / way, (least + size - start) / way]
    from = Math.max(from, Math.min(one, other))
    to = Math.min(to, Math.max(one, other))
  }
  return from <= to
}

const isInside = (edges: readonly Edge[], x: number, y: number): boolean => {
  let inside = false
  for (const [x1, y1, x2, y2] of edges)
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  return inside
}

const boundsOf = (points: readonly (readonly number[])[]): Bounds => {
  const bounds: [number, number, number, number] = [180, 90, -180, -90]
  for (const [longitude = 0, latitude = 0] of points) {
    bounds[0] = Math.min(bounds[0], longitude)
    bounds[1] = Math.min(bounds[1], latitude)
    bounds[2] = Math.max(bounds[2], longitude)
    bounds[3] = Math.max(bounds[3], latitude)
  }
  return bounds
}
