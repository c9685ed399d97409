import { spawnSync } from 'node:child_process'
import { bugs } from '/work/hands/converge/test/convergence/bugs.ts'
const only = process.argv.slice(2)
for (const [i, { name, exchanges }] of bugs.entries()) {
  if (only.length && !only.includes(String(i))) continue
  const r = spawnSync(process.execPath, ['--no-warnings', 'test/convergence/child.ts'], { input: JSON.stringify({ from: 1, count: 80, substitutions: exchanges, untilFailure: true }), encoding: 'utf8', cwd: '/work/hands/converge' })
  const lines = r.stdout.split('\n').filter((l) => l.startsWith('{')).map((l) => JSON.parse(l))
  const f = lines.find((o) => !o.ok)
  console.log(i, name, '|', f ? `seed ${f.seed} (${lines.length} runs): ${f.why.slice(0, 140).replace(/\n/g, ' ')}` : `NOT CAUGHT in ${lines.length} ${r.stderr.slice(0, 300)}`)
}
