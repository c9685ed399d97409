import { build } from 'vite'

/** A page's code as its users would build it for production, one text. */
export const bundled = async (entry: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: {
      'import.meta.env.VITE_BUILD': '"bench"',
      'import.meta.env.VITE_FOLD': '"bench"',
      'import.meta.env.VITE_BUILT': '""',
      'process.env.NODE_ENV': '"production"',
      global: 'globalThis',
    },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'maiAmBench' },
      chunkSizeWarningLimit: 5000,
    },
  })
  const [one] = [built].flat() as { output: { type: string; code?: string }[] }[]
  const code = one?.output.find(({ type }) => type === 'chunk')?.code
  if (code === undefined) throw new Error(`${entry} was not bundled`)
  return code
}
