import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { keptFigures, type PartFigures } from './figures.ts'
import { elsewhere, goals } from './goals.ts'
import { parts } from './parts.ts'
import { figureLine, goalLine, sized } from './reportLines.ts'
import { versions } from './versions.ts'

export const report = 'test/bench/REPORT.md'

/** What each part saw when it last ran, the goals first: met or not. A part that never ran is said to be missing. */
export const writeReport = (): void => {
  const kept = new Map(keptFigures().map((one) => [one.part, one]))
  const order = [...Object.keys(parts), 'smoothness', 'lighthouse']
  writeFileSync(
    report,
    `# Beside the peers: what was measured

${machine()} ${versions()}

Medians; one run of us, then one of each other, and again. A ratio is ours to the other. What is measured and how to
run it: [README.md](README.md).

## Goals

| what | goal | ours | beside | ratio | met |
| --- | --- | --- | --- | --- | --- |
${goals.map((goal) => goalLine(goal, kept)).join('\n')}

${elsewhere.join('\n')}

## Figures

${order.map((part) => section(part, kept.get(part))).join('\n\n')}
`,
  )
}

const section = (part: string, kept: PartFigures | undefined): string => {
  if (kept === undefined) return `### ${part}\n\nNot yet measured.`
  return `### ${part}

${kept.day}, \`${kept.command}\`: ${sized(kept.sizes)}.

| figure | median | least – most | of |
| --- | --- | --- | --- |
${kept.figures.map(figureLine).join('\n')}

${kept.notes.map((note) => `- ${note}`).join('\n')}`.trimEnd()
}

const machine = (): string =>
  `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB.`
