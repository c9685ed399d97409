import { registerHooks } from 'node:module'

/** One exact piece of a module's source, and what stands there instead in a process of its own. */
export type Substitution = { file: string; find: string; put: string }

/** Loads modules with these pieces exchanged; a piece that isn't there (exactly once) is an error, said loudly. */
export const substitute = (substitutions: readonly Substitution[]): void => {
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context)
      const mine = substitutions.filter(({ file }) => url.endsWith(`/${file}`))
      if (mine.length === 0) return loaded
      let source = String(loaded.source)
      for (const { file, find, put } of mine) {
        if (source.split(find).length !== 2) throw new Error(`${file} no longer holds, once: ${find}`)
        source = source.replace(find, () => put)
      }
      return { ...loaded, source }
    },
  })
}

/** The browser's packing costs more than the rest of a request: most runs pack with Node's. */
export const cheapPacking: readonly Substitution[] = [
  {
    file: 'src/app/transport/gzip.ts',
    find: 'export const gzip = async (text: string): Promise<Uint8Array<ArrayBuffer>> => {',
    put: `export const gzip = async (text: string): Promise<Uint8Array<ArrayBuffer>> => {
  if ('packCheaply' in globalThis) return (globalThis as any).packCheaply(text)`,
  },
  {
    file: 'src/app/transport/columns.ts',
    find: ': Promise<Uint8Array<ArrayBuffer>> =>\n  new Uint8Array(',
    put: `: Promise<Uint8Array<ArrayBuffer>> =>
  'deflateCheaply' in globalThis ? (globalThis as any).deflateCheaply(bytes, how instanceof CompressionStream) :
  new Uint8Array(`,
  },
]

/** What the build writes into the app: nobody builds it here. */
export const unbuilt: readonly Substitution[] = ['VITE_BUILD\n', 'VITE_FOLD', 'VITE_BUILT'].map((name) => ({
  file: 'src/app/device/build.ts',
  find: `import.meta.env.${name}`,
  put: name === 'VITE_BUILT' ? 'undefined' : "'a world in memory'\n",
}))
