import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Sizes } from './sizes.ts'

export type Unit = 'ms' | 'bytes' | 'requests' | 'rows/s' | 'MB' | 'count'

/** Every value that was seen, in the order of the rounds. */
export type Figure = { name: string; unit: Unit; values: number[] }

/** What one part of the bench saw when it last ran; `notes` say what a reader must know of it. */
export type PartFigures = {
  part: string
  day: string
  command: string
  sizes: Sizes
  figures: Figure[]
  notes: string[]
}

const folder = 'test/bench/figures'

export const keepFigures = (figures: PartFigures): void => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${figures.part}.json`, JSON.stringify(figures, null, 1))
}

/** Of each part its last run; other programs may lay theirs beside. */
export const keptFigures = (): PartFigures[] => {
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as PartFigures)
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
  const high = sorted[Math.ceil((sorted.length - 1) / 2)] ?? Number.NaN
  return (low + high) / 2
}
