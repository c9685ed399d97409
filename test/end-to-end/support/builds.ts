import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Builds the app as another version into a folder of its own, from the same sources (whose words are compiled). */
export const buildAs = (version: string, dir: string): void => {
  const env = { ...process.env, NODE_ENV: 'production', MAI_AM_BUILD: version, MAI_AM_OUT: dir }
  for (const words of [['node_modules/vite/bin/vite.js', 'build'], ['src/endpoint/admin/packApp.ts']])
    execFileSync('node', words, { stdio: ['ignore', 'ignore', 'inherit'], env })
}

/** The endpoint installed in a folder of its own, so that other stories' endpoints serve what they served. */
export const installEndpoint = (): string => {
  const program = mkdtempSync(join(tmpdir(), 'mai-am-program-'))
  for (const part of ['src', 'package.json', 'dist']) cpSync(part, join(program, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(program, 'node_modules'))
  return program
}

/** What the endpoint in `program` serves from its next start on; `dir` itself is left as it is. */
export const serveBuild = (program: string, dir: string): void => {
  rmSync(join(program, 'dist'), { recursive: true, force: true })
  cpSync(dir, join(program, 'dist'), { recursive: true })
}
