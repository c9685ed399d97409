import { spawnSync } from 'node:child_process'
import { bugs } from './convergence/bugs.ts'
const [from, count, ...only] = process.argv.slice(2)
for (const [i, { name, exchanges }] of bugs.entries()) {
  if (only.length && !only.includes(String(i))) continue
  const r = spawnSync(process.execPath, ['--no-warnings', '--max-semi-space-size=64', 'test/convergence/child.ts'], { input: JSON.stringify({ from: +from, count: +count, substitutions: exchanges, untilFailure: true }), encoding: 'utf8' })
  const lines = r.stdout.split('\n').filter((l) => l.startsWith('{')).map((l) => JSON.parse(l))
  const f = lines.find((o) => !o.ok)
  console.log(i, name, '|', f ? `seed ${f.seed} (${lines.length} runs): ${f.why.slice(0, 140).replace(/\n/g, ' ')}` : `NOT CAUGHT in ${lines.length} ${r.stderr.slice(0, 300)}`)
}
