import { useState } from 'react'
import { distanceMetres, type Point } from '../../../domain/place/distance.ts'

/** A point that follows another one in steps: a list is not put into another order by a receiver's trembling. */
export const useSteadyPoint = (point: Point | null, stepMetres: number): Point | null => {
  const [steady, setSteady] = useState(point)
  const near = steady !== null && point !== null && distanceMetres(steady, point) < stepMetres
  if (near || steady === point) return steady
  setSteady(point)
  return point
}
