import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Scores 0–100 by category; times in ms; what was marked down, one line each. */
export type Judged = { scores: { [category: string]: number }; times: { [metric: string]: number }; marked: string[] }

type Audit = {
  id: string
  title: string
  score: number | null
  scoreDisplayMode: string
  displayValue?: string
  numericValue?: number
  details?: { items?: { url?: string; node?: { selector?: string }; description?: string; source?: string }[] }
}
type Report = {
  categories: { [id: string]: { title: string; score: number | null; auditRefs: { id: string }[] } }
  audits: { [id: string]: Audit }
  runtimeError?: { message: string }
}
export type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Report } | undefined>

const home = new URL('.', import.meta.url)
const program = new URL('node_modules/lighthouse/core/index.js', home)

/** Comes at the first run and lies beside it: nothing else knows it. */
export const openLighthouse = async (): Promise<Lighthouse> => {
  if (!existsSync(program)) {
    process.stderr.write('Lighthouse is installed once …\n')
    execFileSync('npm', ['install', '--prefix', home.pathname, '--no-audit', '--no-fund'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  return ((await import(program.href)) as { default: Lighthouse }).default
}

const categories = ['performance', 'accessibility', 'best-practices']
const metrics = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index']

/** Its phone on slow 4G as it comes (150 ms, 1.6 Mbit/s, a processor 4× slower); `fresh`: on an empty storage. */
export const judge = async (lighthouse: Lighthouse, port: number, url: string, fresh: boolean): Promise<Judged> => {
  const flags = { port, output: 'json', logLevel: 'error', onlyCategories: categories, disableStorageReset: !fresh }
  const report = (await lighthouse(url, flags))?.lhr
  if (report === undefined || report.runtimeError !== undefined)
    throw new Error(`Lighthouse did not come to its end: ${report?.runtimeError?.message}`)
  const { audits } = report
  return {
    scores: Object.fromEntries(
      Object.values(report.categories).map(({ title, score }) => [title, Math.round((score ?? 0) * 100)]),
    ),
    times: Object.fromEntries(metrics.map((id) => [audits[id]?.title ?? id, audits[id]?.numericValue ?? Number.NaN])),
    marked: Object.values(report.categories).flatMap(({ title, auditRefs }) =>
      auditRefs.flatMap(({ id }) => markedDown(title, audits[id])),
    ),
  }
}

const markedDown = (category: string, audit: Audit | undefined): string[] => {
  if (audit === undefined || audit.score === null || audit.score >= 1) return []
  const where = (audit.details?.items ?? [])
    .map(({ url, node, description, source }) => node?.selector ?? description ?? source ?? url ?? '')
    .filter((one) => one !== '')
    .slice(0, 4)
  const value = audit.displayValue === undefined ? '' : `: ${audit.displayValue}`
  return [`${category}, ${audit.title} (${audit.score})${value}${where.length === 0 ? '' : `; ${where.join(' | ')}`}`]
}
