import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entry } from '../../../src/domain/entries/entry.ts'
import type { BodyOf, KnownKind } from '../../../src/domain/entries/kinds.ts'
import { tick } from '../../../src/domain/time/hybridClock.ts'
import { uuid7 } from '../../../src/endpoint/accept/uuid7.ts'
import { demoAreas, demoDistrictId } from '../../../src/endpoint/demo/demoAreas.ts'
import { type EndpointProcess, startEndpointWith } from '../../end-to-end/support/endpointProcess.ts'
import { TestDevice } from '../../support/testDevice.ts'
import { Pushing } from '../pushing.ts'
import type { AHousehold, District } from './theDistrict.ts'

/** A real endpoint whose books hold the district: what each commune's recorder wrote, in the order of time. */
export type FilledDistrict = {
  endpoint: EndpointProcess
  /** Entries of the books, in their order. */
  entries: Entry[]
  /** The id of each household's registration, for what amends it. */
  registered: ReadonlyMap<string, string>
  person(commune: string): string
  /** Builds come behind: 60 of 100 households have one, as far as it is built. */
  addBuilds(): Promise<void>
}

export const fillDistrict = async ({ communes, households }: District): Promise<FilledDistrict> => {
  const endpoint = await startDistrict()
  const devices = new Map<string, TestDevice>()
  const entries: Entry[] = []
  const registered = new Map<string, string>()
  let built = false
  for (const { id, title } of communes) {
    const { code } = endpoint.invite(`Người ghi ${title}`, 'recorder', [id])
    const device = await TestDevice.enrolled(endpoint.url, code)
    devices.set(id, device)
    const pushing = new Pushing(device)
    for (const { atMs, id: entry, kind, subject, body } of inOrder(
      households.filter(({ commune }) => commune === id),
    )) {
      const made = writtenAt(device, id, atMs, entry, kind, subject, body)
      if (kind === 'household.registered') registered.set(subject, made.id)
      entries.push(made)
      await pushing.add(made)
    }
    await pushing.end()
  }
  return {
    endpoint,
    entries,
    registered,
    person: (commune) => devices.get(commune)?.person ?? '',
    addBuilds: async () => {
      if (built) return
      built = true
      for (const [id, device] of devices) await writeBuilds(device, id, households)
    },
  }
}

type Written = { atMs: number; id: string; kind: KnownKind; subject: string; body: BodyOf<KnownKind> }

const inOrder = (households: readonly AHousehold[]): Written[] =>
  households
    .flatMap((household): Written[] => [
      // The id of a registration is an entry's own, not the household's.
      {
        atMs: household.atMs,
        id: uuid7(household.atMs),
        kind: 'household.registered',
        subject: household.id,
        body: household.body,
      },
      ...household.visits.map(({ atMs, id, body }) => {
        return { atMs, id, kind: 'visit.recorded' as const, subject: household.id, body }
      }),
    ])
    .sort((a, b) => a.atMs - b.atMs)

const writtenAt = (
  device: TestDevice,
  book: string,
  atMs: number,
  id: string,
  kind: KnownKind,
  subject: string,
  body: BodyOf<KnownKind>,
): Entry => {
  const before = device.lastAt
  const made = device.entry(book, kind, subject, body)
  // As if it had been written then: the clock goes on from the entry before.
  device.lastAt = tick(before, atMs, device.id)
  return { ...made, id, at: device.lastAt }
}

const writeBuilds = async (device: TestDevice, book: string, households: readonly AHousehold[]): Promise<void> => {
  const pushing = new Pushing(device)
  for (const { commune, build } of households) {
    if (commune !== book || build === null) continue
    await pushing.add(device.entry(book, 'build.planned', build.id, build.body))
    if (build.stage === 'planned') continue
    const seen = { stage: build.stage, date: '2026-10-01' }
    await pushing.add(device.entry(book, 'build.advanced', build.id, seen))
  }
  await pushing.end()
}

const startDistrict = (): Promise<EndpointProcess> => {
  const dir = mkdtempSync(join(tmpdir(), 'mai-am-bench-'))
  const data = join(dir, 'data')
  const file = join(dir, 'areas.json')
  writeFileSync(file, JSON.stringify(demoAreas))
  const words = ['src/endpoint/admin/main.ts', '--data', data, 'init', '--district', demoDistrictId]
  execFileSync('node', [...words, '--title', 'Kỳ Sơn', '--areas', file], { stdio: ['ignore', 'ignore', 'inherit'] })
  return startEndpointWith(data, dir)
}
