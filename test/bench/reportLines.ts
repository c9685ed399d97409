import { type Figure, median, type PartFigures, type Unit } from './figures.ts'
import type { Goal } from './goals.ts'
import type { Sizes } from './sizes.ts'

export const sized = ({ households, visits, rounds, seed }: Sizes): string =>
  `${whole(households)} households, ${whole(visits)} visits, ${rounds} rounds, seed ${seed}`

export const figureLine = ({ name, unit, values }: Figure): string => {
  const least = Math.min(...values)
  const most = Math.max(...values)
  const range = values.length === 1 ? '' : `${said(least, unit)} – ${said(most, unit)}`
  return `| ${name} | ${said(median(values), unit)} | ${range} | ${values.length} |`
}

/** The ratio speaks; where a part is missing, so is the line's end. */
export const goalLine = (goal: Goal, kept: ReadonlyMap<string, PartFigures>): string => {
  const find = ([part, name]: Goal['figure']) => kept.get(part)?.figures.find((figure) => figure.name === name)
  const ours = find(goal.figure)
  const other = goal.against === undefined ? undefined : find(goal.against)
  if (ours === undefined || (goal.against !== undefined && other === undefined))
    return `| ${goal.what} | ${goal.goal} | ${shown(ours)} | ${shown(other)} | | not measured |`
  const ratio = other === undefined ? null : median(ours.values) / median(other.values)
  const value = ratio ?? median(ours.values)
  const met = goal.how === 'least' ? value >= goal.limit : value <= goal.limit
  return `| ${goal.what} | ${goal.goal} | ${shown(ours)} | ${shown(other)} | ${ratio === null ? '' : figures3(ratio)} | ${met ? 'yes' : '**no**'} |`
}

const shown = (figure: Figure | undefined): string =>
  figure === undefined ? '' : said(median(figure.values), figure.unit)

const said = (value: number, unit: Unit): string => {
  if (unit === 'ms')
    return value >= 10_000 ? `${figures3(value / 1000)} s` : `${value < 100 ? figures3(value) : whole(value)} ms`
  if (unit === 'bytes')
    return value >= 1024 * 1024 ? `${figures3(value / 1024 / 1024)} MB` : `${figures3(value / 1024)} KB`
  if (unit === 'MB') return `${figures3(value)} MB`
  if (unit === 'rows/s') return `${whole(value)} rows/s`
  return whole(value)
}

const whole = (value: number): string => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(value)

/** Three figures that count. */
const figures3 = (value: number): string => (value >= 100 ? whole(value) : String(Number(value.toPrecision(3))))
