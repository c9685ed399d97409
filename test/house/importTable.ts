/**
 * Which room may import which, as data. Arrows only go down; a room always may import itself. Paths are below src/.
 * The table in src/README.md is held against this one by a test.
 */
export const importTable: { readonly [room: string]: readonly string[] } = {
  domain: [],
  wire: ['domain'],
  language: ['domain'],
  ui: ['language'],
  'app/device': ['domain'],
  'app/store': ['domain', 'app/device'],
  'app/photo': ['domain', 'app/device'],
  'app/transport': ['domain', 'wire', 'app/device'],
  'app/record': ['domain', 'app/device', 'app/store', 'app/photo'],
  'app/enrol': ['domain', 'wire', 'app/device', 'app/store', 'app/transport'],
  'app/sync': ['domain', 'wire', 'app/device', 'app/store', 'app/transport', 'app/enrol'],
  'app/admin': ['domain', 'wire', 'app/device', 'app/store', 'app/transport', 'app/sync'],
  'app/service-worker': ['app/sync', 'app/store', 'app/device', 'app/transport'],
  'app/pictures': ['domain', 'language', 'ui', 'app/device', 'app/photo', 'app/record', 'app/store', 'app/sync'],
  'app/screens': [
    'domain',
    'language',
    'ui',
    'app/record',
    'app/pictures',
    'app/enrol',
    'app/admin',
    'app/store',
    'app/device',
    'app/sync',
  ],
  'app/office': [
    'domain',
    'language',
    'ui',
    'app/record',
    'app/pictures',
    'app/enrol',
    'app/store',
    'app/device',
    'app/sync',
  ],
  'app/shell': [
    'domain',
    'language',
    'ui',
    'app/device',
    'app/store',
    'app/photo',
    'app/transport',
    'app/record',
    'app/enrol',
    'app/sync',
    'app/screens',
    'app/office',
  ],
  endpoint: ['domain', 'wire'],
  main: ['app/shell', 'ui'],
}

/** Doors inside a room: from these rooms only these paths of the other room may be imported. */
export const narrowDoors: readonly { from: string; to: string; only: RegExp }[] = [
  { from: 'app/screens', to: 'app/store', only: /^src\/app\/store\/queries\// },
  { from: 'app/office', to: 'app/store', only: /^src\/app\/store\/queries\// },
  { from: 'app/screens', to: 'app/device', only: /^src\/app\/device\/(place|useHere)/ },
  { from: 'app/office', to: 'app/device', only: /^src\/app\/device\/(place|useHere)/ },
  { from: 'app/screens', to: 'app/sync', only: /^src\/app\/sync\/(whenToSync|syncState|useSyncState|syncNow)/ },
  { from: 'app/office', to: 'app/sync', only: /^src\/app\/sync\/(whenToSync|syncState|useSyncState|syncNow)/ },
]
