/** What is aimed at: a figure of a part, alone or as a ratio to another one, and its limit. */
export type Goal = {
  what: string
  goal: string
  figure: Ref
  against?: Ref
  /** In the figure's unit, or as a ratio where there is something against it. */
  limit: number
  /** `least`: the figure should reach the limit; else it should stay under it. */
  how?: 'least'
}
type Ref = readonly [part: string, figure: string]

const load = 'First load of the district into the phone, usable'
const work = 'Lists, searches, counts'
const day = 'A day’s hand-in'
const sync = 'First sync of the district'
const rate = 'Endpoint, 8 devices × batches of 200, whole path'

/** One figure beside several others, each with its own limit. */
const beside = (
  what: string,
  figure: Ref,
  others: readonly (readonly [goal: string, against: Ref, limit: number])[],
  how?: 'least',
): Goal[] =>
  others.map(([goal, against, limit]) => ({
    what,
    goal,
    figure,
    against,
    limit,
    ...(how === undefined ? {} : { how }),
  }))

/** The table of what this lane is for, in its order. */
export const goals: readonly Goal[] = [
  ...beside(
    load,
    ['first-load', 'ours'],
    [
      ['≤ 0.10 × raw IndexedDB, row by row', ['first-load', 'raw IndexedDB, row by row'], 0.1],
      ['≤ 1/40 of PouchDB (bulkDocs)', ['first-load', 'PouchDB, bulkDocs'], 1 / 40],
      ['≤ 1/40 of PouchDB (replication)', ['first-load', 'PouchDB, replication'], 1 / 40],
    ],
  ),
  {
    what: work,
    goal: 'list of 1,000 sorted: ≤ 0.25 × raw',
    figure: ['lists', 'ours: list of 1,000'],
    against: ['lists', 'raw: list of 1,000'],
    limit: 0.25,
  },
  {
    what: work,
    goal: 'prefix and contains search: ≤ 10 ms warm',
    figure: ['lists', 'ours: prefix and contains search'],
    limit: 10,
  },
  { what: work, goal: 'counts by stage and commune: ≤ 10 ms warm', figure: ['lists', 'ours: counts'], limit: 10 },
  ...beside(
    'Save of a visit, strict, lists included',
    ['save', 'ours: visit saved, lists made'],
    [
      ['≤ 1.5 × raw strict put', ['save', 'raw: one strict put'], 1.5],
      ['≤ 1.5 × raw strict put with the household’s row', ['save', 'raw: the household’s row with it'], 1.5],
    ],
  ),
  { what: 'Memory of the page', goal: '≤ 150 MB heap', figure: ['memory', 'ours: heap'], limit: 150 },
  {
    what: 'Cold offline open at 4×',
    goal: 'the list ≤ 1.5 s',
    figure: ['memory', 'ours: cold offline open at 4×, the list'],
    limit: 1500,
  },
  { what: day, goal: '1 round trip', figure: ['hand-in', 'ours: requests'], limit: 1 },
  ...beside(
    `${day}: bytes`,
    ['hand-in', 'ours: up and down'],
    [
      ['≤ 0.65 × brotli-packed JSON (11), both ways', ['hand-in', 'JSON, brotli 11: up and down'], 0.65],
      ['≤ 0.65 × brotli-packed JSON (5), both ways', ['hand-in', 'JSON, brotli 5: up and down'], 0.65],
      ['≤ 1/12 of PouchDB, both ways', ['hand-in', 'PouchDB: up and down'], 1 / 12],
    ],
  ),
  ...beside(
    `${day} at 50 kbit/s, 500 ms`,
    ['hand-in-thin', 'ours'],
    [
      ['≤ 0.85 × one POST of brotli JSON (11)', ['hand-in-thin', 'JSON, brotli 11'], 0.85],
      ['≤ 1/7 of RxDB', ['hand-in-thin', 'RxDB'], 1 / 7],
      ['≤ 1/35 of ODK-style', ['hand-in-thin', 'ODK-style'], 1 / 35],
    ],
  ),
  {
    what: sync,
    goal: 'bytes ≤ 0.6 × brotli JSON (11)',
    figure: ['first-load', 'ours: down'],
    against: ['first-load', 'JSON, brotli 11'],
    limit: 0.6,
  },
  {
    what: sync,
    goal: '≤ 1/15 of PouchDB’s time',
    figure: ['first-load', 'ours'],
    against: ['first-load', 'PouchDB, replication'],
    limit: 1 / 15,
  },
  {
    what: 'Own commune’s households usable at 50 kbit/s',
    goal: '≤ 20 s',
    figure: ['own-commune', 'ours: own commune’s households usable'],
    limit: 20_000,
  },
  {
    what: 'JS before lazy parts',
    goal: '≤ 110 KB br',
    figure: ['app-size', 'JS before lazy parts, brotli'],
    limit: 110 * 1024,
  },
  ...(['enrol page, fresh phone', 'Hôm nay, enrolled phone', 'a household, enrolled phone'] as const).flatMap((page) =>
    (
      [
        ['Performance', 95],
        ['Accessibility', 100],
        ['Best Practices', 100],
      ] as const
    ).map(([score, limit]): Goal => {
      return {
        what: `Lighthouse, ${page}`,
        goal: `${score} ≥ ${limit}`,
        figure: ['lighthouse', `${page}: ${score}`],
        limit,
        how: 'least',
      }
    }),
  ),
  ...(['scrolling', 'typing in the search', 'opening a household'] as const).map((act): Goal => {
    return {
      what: `20,000 households at 4×, ${act}`,
      goal: 'no task over 50 ms',
      figure: ['smoothness', `${act}: tasks over 50 ms`],
      limit: 0,
    }
  }),
  ...(['JSON', 'columns'] as const).flatMap((form) =>
    beside(
      `${rate}, ${form}`,
      ['endpoint-rate', `ours, ${form}`],
      [
        ['≥ 0.5 × raw SQLite', ['endpoint-rate', 'raw SQLite'], 0.5],
        ['≥ 2.5 × express-pouchdb', ['endpoint', 'express-pouchdb'], 2.5],
      ],
      'least',
    ),
  ),
]

/** What the table asks for and is no figure. */
export const elsewhere: readonly string[] = [
  'Battery and radio are told by tests, not figures: R-radio-01..03 in [RULES](../../src/RULES.md).',
]
