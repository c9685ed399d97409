/** Packs the built app once, as small as it goes: over 2G every kilobyte is a wait. `npm run build` runs it last. */
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const out = process.env.MAI_AM_OUT ?? 'dist'
/** Under this a packed answer is no smaller than the headers that tell of it; as @fastify/compress has it. */
const leastBytes = 512

const files = globSync(`${out}/**/*.{js,css,html,svg,webmanifest}`).filter((path) => statSync(path).size >= leastBytes)
await Promise.all(
  files.map(async (path) => {
    const bytes = readFileSync(path)
    writeFileSync(`${path}.br`, await promisify(brotliCompress)(bytes))
    writeFileSync(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
  }),
)
