import { globSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { cruise } from 'dependency-cruiser'

export type Module = { path: string; imports: string[]; circular: boolean }

/** Every source file of the house: what the linter must have read, to the last one. */
export const sourceFiles = (): string[] =>
  globSync('src/**/*.{ts,tsx}', { exclude: (path) => String(path).includes('language/words') })
    .map((path) => path.split(sep).join('/'))
    .sort()

/** Reads all modules with their imports (types too), as paths from the project's root. */
export const readModules = async (): Promise<Module[]> => {
  const files = sourceFiles()
  const { output } = await cruise(files, {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/language/words' },
    tsConfig: { fileName: 'tsconfig.json' },
    ruleSet: { forbidden: [{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } }] },
    validate: true,
  })
  if (typeof output === 'string') throw new Error('the import linter gave text instead of modules')
  return output.modules
    .filter(({ source }) => source.startsWith('src/'))
    .map(({ source, dependencies }) => ({
      path: relative('.', source).split(sep).join('/'),
      imports: dependencies.map(({ resolved }) => resolved),
      circular: dependencies.some(({ circular }) => circular),
    }))
}
