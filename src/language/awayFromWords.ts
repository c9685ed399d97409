import { bearingDegrees, windOf } from '../domain/map/bearing.ts'
import { distanceMetres, type Point } from '../domain/place/distance.ts'
import { distanceWords } from './placeWords.ts'
import { windWords } from './windWords.ts'
import { m } from './words/messages.js'

/** Nearer than a receiver can tell, in metres: no direction is said. */
const atOnce = 8

/** How far and which way from oneself: "Cách bạn 120 m về phía đông bắc". */
export const awayWords = (from: Point, to: Point): string => {
  const metres = distanceMetres(from, to)
  return metres < atOnce ? m.map_at_you() : m.map_from_me({ distance: distanceWords(metres), wind: windTo(from, to) })
}

/** The same in a list that says from where: "120 m · đông bắc". */
export const awayShort = (from: Point, to: Point): string => {
  const metres = distanceMetres(from, to)
  return metres < atOnce ? distanceWords(metres) : `${distanceWords(metres)} · ${windTo(from, to)}`
}

const windTo = (from: Point, to: Point): string => windWords[windOf(bearingDegrees(from, to))]()
