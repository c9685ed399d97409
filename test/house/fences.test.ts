import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { brokenFences } from './brokenFences.ts'
import { importTable } from './importTable.ts'
import { readModules, sourceFiles } from './modules.ts'

const modules = await readModules()

it('[R-house-01] the import linter reads every source file there is', () => {
  const read = new Set(modules.map(({ path }) => path))
  expect(sourceFiles().filter((path) => !read.has(path))).toEqual([])
  expect(modules.length).toBeGreaterThan(20)
})

it('[R-house-02] arrows between rooms only go down, without cycles', () => {
  expect(brokenFences(modules)).toEqual([])
})

it('[R-house-02] an arrow that goes up is seen', () => {
  const upward = { path: 'src/domain/a.ts', imports: ['src/wire/b.ts'], circular: false }
  const screens = { path: 'src/app/screens/today/T.tsx', imports: ['src/app/screens/visit/V.tsx'], circular: false }
  const transport = { path: 'src/app/screens/today/T.tsx', imports: ['src/app/store/tables.ts'], circular: false }
  expect(brokenFences([upward, screens, transport])).toHaveLength(3)
})

it('[R-house-03] the table in src/README.md is the table that is checked', () => {
  const readme = readFileSync('src/README.md', 'utf8')
  const rows = [...readme.matchAll(/^\| `([^`]+)` \| ([^|]*) \|$/gm)].map(([, room, may]) => [
    room,
    [...(may ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  ])
  expect(Object.fromEntries(rows)).toEqual(importTable)
})
