import { brokenFences } from './brokenFences.ts'
import { readModules, sourceFiles } from './modules.ts'

const modules = await readModules()
const files = sourceFiles()
const broken = brokenFences(modules)
if (modules.length < files.length) broken.push(`the linter read ${modules.length} modules of ${files.length}`)
for (const line of broken) console.error(line)
console.log(`imports: ${modules.length} modules read, ${broken.length} fences broken`)
process.exit(broken.length > 0 ? 1 : 0)
