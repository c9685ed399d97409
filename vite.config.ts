import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import project from './package.json' with { type: 'json' }
import manifest from './src/app/shell/manifest.json' with { type: 'json' }
import { foldVersionOf } from './src/endpoint/lists/foldVersion.ts'
import { chromiumFlags } from './test/support/chromiumFlags.ts'

/** A test that tries a fault at its long size may take hours. */
const longestFault = process.env.MAI_AM_LONG === '1' ? 7_200_000 : 900_000

const outDir = process.env.MAI_AM_OUT ?? 'dist'

const chromium = {
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: [...chromiumFlags],
}

/** Known before the first test: finding them on the way would load the page anew in the middle of one. */
const knownParts = [
  '@noble/hashes/sha2.js',
  '@noble/hashes/utils.js',
  'dexie/dist/modern/dexie.mjs',
  'leaflet',
  'pmtiles',
  'protomaps-leaflet',
  'react-leaflet',
  'supercluster',
  'thumbhash',
  'wouter',
  'zod/mini',
]

/** Made anew for each lane: what runs it writes the lane's name into it. */
const aPhone = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromium }),
  instances: [{ browser: 'chromium' as const, viewport: { width: 360, height: 740 } }],
})

export default defineConfig(({ command }) => ({
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app/service-worker',
      filename: 'worker.ts',
      // The shell registers the worker by hand: a new one waits until no form is dirty.
      injectRegister: false,
      registerType: 'prompt',
      manifest: manifest as object,
      injectManifest: {
        // A classic script, as browsers of 2018 take one; what the page fetches when it needs it stands in it.
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,woff2,svg,png}'],
        // The office's screens come with the shell too: an inspector works offline as well.
        maximumFileSizeToCacheInBytes: 3_000_000,
        // Each file is kept only as it was built: the browser compares.
        manifestTransforms: [
          (files) => ({ manifest: files.map((file) => ({ ...file, integrity: integrityOf(file.url) })), warnings: [] }),
        ],
      },
    }),
  ],
  // What people tell the office when something is wrong.
  define: {
    'import.meta.env.VITE_BUILD': JSON.stringify(process.env.MAI_AM_BUILD ?? project.version),
    // What is kept of folded books holds for these rules alone.
    'import.meta.env.VITE_FOLD': JSON.stringify(foldVersionOf('.')),
    // The day only: what is built twice on a day is the same. A phone whose clock stands before it is wrong.
    'import.meta.env.VITE_BUILT': JSON.stringify(
      command === 'build' ? new Date(sourceDateMs()).toISOString().slice(0, 10) : '',
    ),
  },
  build: {
    outDir,
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the first screen needs comes as one text: cut up by who else uses it, it packs 3 KB worse. So does what comes
    // right behind it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: loadedBy('/src/main.tsx', 'first'), priority: 2 },
            { name: loadedBy('/src/app/shell/behindFirst.ts', 'behind'), priority: 1 },
          ],
        },
      },
    },
  },
  // What paints maps asks for an older one beside it, and calls nothing of it that is not in ours.
  resolve: {
    dedupe: ['pmtiles'],
    alias: [
      // Of Dexie's builds the one for browsers of today: what Vite would take is the one for all of them.
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
      // The router stands in for what React itself has had since 18.
      { find: 'use-sync-external-store/shim/index.js', replacement: 'react' },
    ],
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: {
    reporters: ['default', './test/support/closingLine.ts'],
    // Files run side by side, one a core: each has its own folder, port and browser.
    maxWorkers: Math.min(availableParallelism(), 4),
    // What was compiled once is not compiled again for every endpoint that a story starts.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'mai-am-compiled') },
    // What comes true is waited for as long as a page waits for it: a busy machine is no failure.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      { extends: true, test: { name: 'house', include: ['test/house/**/*.test.ts'], testTimeout: 120_000 } },
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 120_000 } },
      // Each test has processes of its own, and they take both cores.
      {
        extends: true,
        test: {
          name: 'convergence',
          include: ['test/convergence/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: longestFault,
        },
      },
      {
        extends: true,
        test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 180_000 },
      },
      {
        extends: true,
        optimizeDeps: { include: knownParts },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/full-phone/**'],
          globalSetup: ['test/support/startWorlds.ts', 'test/support/providePacks.ts'],
          testTimeout: 120_000,
          // One page at a time: frames, focus and scrolling belong to the page in front.
          fileParallelism: false,
          browser: aPhone(),
        },
      },
      {
        extends: true,
        optimizeDeps: { include: knownParts },
        test: {
          name: 'full-phone',
          // A browser of its own: how full the phone is must be set before it looks for the first time.
          include: ['test/browser/full-phone/**/*.test.ts'],
          globalSetup: ['test/support/startWorlds.ts', 'test/support/providePacks.ts'],
          testTimeout: 120_000,
          browser: aPhone(),
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['test/end-to-end/**/*.test.ts'],
          globalSetup: ['test/end-to-end/buildApp.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // Two browsers beside each other on two cores: a second try is said in the run's own output.
          retry: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'fault-injection',
          include: ['test/fault-injection/**/*.test.ts'],
          globalSetup: ['test/end-to-end/buildApp.ts'],
          testTimeout: longestFault,
          hookTimeout: 180_000,
        },
      },
    ],
  },
}))

function integrityOf(url: string): string {
  return `sha256-${createHash('sha256')
    .update(readFileSync(`${outDir}/${url}`))
    .digest('base64')}`
}

/** Names the chunk of a module that another imports without waiting, itself or through others. */
function loadedBy(path: string, chunk: string) {
  return (id: string, graph: { getModuleInfo(id: string): { importers: readonly string[] } | null }): string | null => {
    // All words hang together by one index; each goes where it is said. The door itself is a text of its own: its name
    // carries the hash of all it names, and tells a version from every other.
    if (id.includes('/language/words/') || id.endsWith('/src/main.tsx')) return null
    const seen = new Set([id])
    for (const one of seen) {
      if (one.endsWith(path)) return chunk
      for (const importer of graph.getModuleInfo(one)?.importers ?? []) seen.add(importer)
    }
    return null
  }
}

/** Builds that must come out the same on another day say theirs. */
function sourceDateMs(): number {
  const seconds = Number(process.env.SOURCE_DATE_EPOCH)
  return seconds > 0 ? seconds * 1000 : Date.now()
}
