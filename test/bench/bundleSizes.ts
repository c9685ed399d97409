import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

export type Sizes = { raw: number; gzip: number; brotli: number }

/** What a phone loads before the first screen: index.html's scripts and what they import at once, not the lazy parts. */
export const firstLoad = (dist = 'dist'): { scripts: string[]; js: Sizes; css: Sizes; fonts: Sizes } => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const named = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, path = '']) => path.replace(/^\//, ''))
  const scripts = new Set<string>()
  const follow = (path: string): void => {
    if (scripts.has(path)) return
    scripts.add(path)
    const text = readFileSync(join(dist, path), 'utf8')
    for (const [, next = ''] of text.matchAll(/(?:\bimport|\bfrom)\s*["'](?:\.\/|\/assets\/)([\w.-]+\.js)["']/g))
      follow(`assets/${next}`)
  }
  for (const path of named(/(?:src|href)="([^"]+\.js)"/g)) follow(path)
  const fonts = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.woff2'))
  return {
    scripts: [...scripts],
    js: sizesOf(dist, [...scripts]),
    css: sizesOf(dist, named(/href="([^"]+\.css)"/g)),
    fonts: sizesOf(
      dist,
      fonts.map((name) => `assets/${name}`),
    ),
  }
}

const sizesOf = (dist: string, paths: readonly string[]): Sizes => {
  const sum = { raw: 0, gzip: 0, brotli: 0 }
  for (const path of paths) {
    const bytes = readFileSync(join(dist, path))
    sum.raw += bytes.length
    sum.gzip += gzipSync(bytes).length
    sum.brotli += brotliCompressSync(bytes).length
  }
  return sum
}
