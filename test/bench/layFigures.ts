import { mkdirSync, writeFileSync } from 'node:fs'

type PartFigures = {
  part: string
  command: string
  sizes: { households: number; visits: number; rounds: number; seed: number }
  figures: { name: string; unit: string; values: number[] }[]
  /** What a reader must know of it. */
  notes: string[]
}

/** Lays what a part of the bench saw where the report looks for it. */
export const layFigures = (figures: PartFigures): void => {
  mkdirSync('test/bench/figures', { recursive: true })
  const day = new Date().toISOString().slice(0, 10)
  writeFileSync(`test/bench/figures/${figures.part}.json`, JSON.stringify({ ...figures, day }, null, 1))
}
