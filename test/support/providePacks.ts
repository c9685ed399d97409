import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { districtPack, layDrawnPack, outlinePack, villagePack } from './villagePack.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Packs by name, as base64 of the whole file. */
    packs: { [name: string]: string }
  }
}

/** Packs made by the maker itself, for the browser lane, which has no Node. */
export default async function providePacks(project: TestProject): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mai-am-packs-'))
  const packs: { [name: string]: string } = {}
  for (const pack of [villagePack, districtPack, outlinePack].map((draw) => draw([104.1108, 19.6253])))
    packs[pack.id] = readFileSync(await layDrawnPack(folder, pack, [])).toString('base64')
  rmSync(folder, { recursive: true })
  project.provide('packs', packs)
}
