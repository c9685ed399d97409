import type { Substitution } from './substitute.ts'

/**
 * A bug that somebody might make. `from`: the first seed that found it when all were tried from 1 on, so that the gate
 * tries few; where the code has changed since, it goes on from there.
 */
export type Bug = { name: string; from: number; exchanges: readonly Substitution[] }

const bug = (from: number, name: string, file: string, find: string, put: string): Bug => ({
  name,
  from,
  exchanges: [{ file, find, put }],
})

/** Of the phone, the wire, the domain and the endpoint; none of them is in the product as a switch. */
export const bugs: readonly Bug[] = [
  {
    name: 'acknowledged before the commit',
    from: 24,
    exchanges: [
      {
        file: 'src/endpoint/routes/sync.ts',
        find: '): Promise<Accepted> =>\n  books.together(async (tx) => {\n',
        put: `): Promise<Accepted> =>
  new Promise<Accepted>((say, refuse) => void books.together(async (tx) => {
    const said = await (async () => {\n`,
      },
      {
        file: 'src/endpoint/routes/sync.ts',
        find: '    return push.length === 0 ? { acks: [], upTo: await readUpTo(tx, speaker.id) } : acceptRead(tx, speaker, push, now())\n  })',
        put: `    return push.length === 0 ? { acks: [], upTo: await readUpTo(tx, speaker.id) } : acceptRead(tx, speaker, push, now())
    })()
    say(said)
    return said
  }).catch(refuse))`,
      },
    ],
  },
  bug(
    30,
    'the cursor is saved before its page, in a step of its own',
    'src/app/store/applyPage.ts',
    `    database.transaction('rw', database.pages, database.cursors, database.meta, async () => {
      const before = await database.cursors.get(page.book)
      if ((before?.seq ?? 0) + 1 !== page.from) return`,
    `    (async (_mode: string, act: any) => act())('rw', async () => {
      const before = await database.cursors.get(page.book)
      if ((before?.seq ?? 0) + 1 !== page.from) return
      await database.cursors.put({ ...before, book: page.book, title, seq: page.to, digest, pulledMs: nowMs })`,
  ),
  bug(
    1,
    'two readings of the clock are the same',
    'src/domain/time/hybridClock.ts',
    'return clockReading(before.ms, before.counter + 1, device)',
    'return clockReading(before.ms, before.counter, device)',
  ),
  bug(
    18,
    'clamped stamps tie',
    'src/domain/time/hybridClock.ts',
    'stamp: lastClamped !== null && lastClamped >= floor ? tick(lastClamped, 0, device) : floor',
    'stamp: floor',
  ),
  bug(
    18,
    'the clock is not kept ahead of what was pulled',
    'src/app/store/applyPage.ts',
    'clock = later(clock, stamp)',
    'clock = clock ?? (later(clock, stamp) && null)',
  ),
  bug(
    1,
    'an unknown field is dropped on its way up',
    'src/app/store/asHandedIn.ts',
    "delivery.at === 'waiting' && delivery.stamp !== undefined ? { ...entry, stamp: delivery.stamp } : entry",
    "(({ id, book, kind, v, subject, at, device, person, n, body }) => ({ id, book, kind, v, subject, at, device, person, n, body, ...(delivery.at === 'waiting' && delivery.stamp !== undefined ? { stamp: delivery.stamp } : {}) }))(entry)",
  ),
  bug(
    1,
    'an unknown field is dropped on its way down',
    'src/wire/entry.ts',
    'export const entryShape = z.looseObject({',
    'export const entryShape = z.object({',
  ),
  bug(
    1,
    'a counter is used twice after a crash',
    'src/app/store/saveEntries.ts',
    "        database.meta.bulkPut([n, clock], ['counter', 'clock']),",
    `        n % 7 === 3
          ? database.meta.bulkPut([clock], ['clock'])
          : database.meta.bulkPut([n, clock], ['counter', 'clock']),`,
  ),
  bug(
    17,
    'receipts are not verified',
    'src/app/sync/takeAnswer.ts',
    'if (!(await receiptIsRight(enrolment, answer.nonce, receipted)))',
    'if (!(await receiptIsRight(enrolment, answer.nonce, receipted)) && Number.isNaN(0))',
  ),
  bug(
    18,
    "an answer's signature is not verified",
    'src/app/transport/signedRequest.ts',
    'if (!(await endpointSigned(credentials.receiptKey, answered, signature)))',
    'if (signature === null)',
  ),
  bug(
    1,
    'an entry given twice is counted twice',
    'src/domain/book/bookState.ts',
    'if (held !== undefined) {',
    'if (held !== undefined && entry.seq === null) {',
  ),
  bug(
    7,
    'another epoch is ignored',
    'src/endpoint/routes/sync.ts',
    'const otherEpoch = asked.epoch !== undefined && asked.epoch !== null && asked.epoch !== keys.epoch',
    'const otherEpoch = asked.epoch === undefined && asked.epoch !== null',
  ),
  bug(
    7,
    'what a lost endpoint had receipted does not wait again',
    'src/app/store/startOver.ts',
    "await own.where('state').anyOf('handed-in', 'held').modify(waitAgain)",
    "await own.where('state').anyOf('held').modify(waitAgain)",
  ),
  bug(
    18,
    'an entry handed in again does not bring its stamp',
    'src/app/store/startOver.ts',
    "return { at: 'waiting', stamp: delivery.stamp }",
    "return { at: 'waiting' }",
  ),
  bug(
    1,
    'an entry is dropped when its answer is lost',
    'src/app/sync/syncEntries.ts',
    "  if (answer.at === 'no-signal') {",
    "  if (answer.at === 'no-signal') {\n    if (answer.why === 'network') for (const { n } of batch) await database.own.delete(n)",
  ),
  bug(
    1,
    'histories are in the order of arrival',
    'src/domain/book/bookState.ts',
    'for (const subject of unordered) state.histories.get(subject)?.sort(byStamp)',
    'for (const subject of unordered) state.histories.get(subject)',
  ),
  bug(
    154,
    "amendments are ordered by the writer's own clock",
    'src/domain/book/bookState.ts',
    `export const byStamp = (a: { stamp: string; id: string }, b: { stamp: string; id: string }): number =>
  a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 :`,
    `export const byStamp = (a: any, b: any): number =>
  (a.at ?? a.stamp) < (b.at ?? b.stamp) ? -1 : (a.at ?? a.stamp) > (b.at ?? b.stamp) ? 1 :`,
  ),
  bug(
    13,
    'a book goes on being sent when the scope shrinks',
    'src/endpoint/devices/speaker.ts',
    'const books = scopeOf(all, row.role as Role,',
    "const books = scopeOf(all, row.changed === 1 ? 'district' : (row.role as Role),",
  ),
  bug(
    19,
    'a book out of reach stays on the phone',
    'src/app/store/forgetBooks.ts',
    'if (books.length === 0) return',
    'if (books.length < 99) return',
  ),
  bug(
    31,
    'the seal of a page is not verified',
    'src/app/sync/wholePage.ts',
    'if (!(await endpointSigned(receiptKey, seal, page.seal))) return null',
    'if (!(await endpointSigned(receiptKey, seal, page.seal)) && from < 0) return null',
  ),
  bug(
    1,
    'the digest is blind to one kind',
    'src/app/sync/wholePage.ts',
    'return { entries, digest: marks.reduce(withMark, digest) }',
    "return { entries, digest: marks.reduce((sofar, mark, at) => entries[at]?.kind === 'note.added' ? { ...sofar, count: sofar.count + 1 } : withMark(sofar, mark), digest) }",
  ),
  bug(
    6,
    'up to is said over a gap',
    'src/endpoint/accept/counters.ts',
    'while (fresh.has(upTo + 1) || ahead.has(upTo + 1)) upTo += 1',
    'for (const n of [...fresh, ...ahead]) upTo = Math.max(upTo, n)',
  ),
  bug(
    9,
    'what is held is not kept',
    'src/endpoint/accept/acceptEntries.ts',
    `  await tx
    .insertInto('held')
    .values({ ...row, outcome: null, reason: null, told: 0 })
    .execute()`,
    `  if (code !== 'invalid')
    await tx.insertInto('held').values({ ...row, outcome: null, reason: null, told: 0 }).execute()`,
  ),
  bug(
    3,
    'an unknown kind is held',
    'src/endpoint/accept/judgeEntry.ts',
    "if (!isKnownKind(entry.kind)) return { is: 'well', entry }",
    "if (!isKnownKind(entry.kind)) return held('newer')",
  ),
  bug(
    93,
    'a cloned phone is not noticed',
    'src/endpoint/accept/acceptEntries.ts',
    'if (known.isForked(id, entry.n))',
    'if (entry.n < 0 && known.isForked(id, entry.n))',
  ),
  bug(
    4,
    'a suspect is never tried again',
    'src/app/sync/batch.ts',
    'slice(0, most) : left.slice(0, 1)',
    'slice(0, most) : []',
  ),
  bug(
    7,
    'the memory goes on with a book that was swapped',
    'src/app/store/freshCopy.ts',
    'const generation = (before?.generation ?? 0) + 1',
    'const generation = before?.generation ?? 0',
  ),
]
