import type { Documents } from '../district/asDocuments.ts'
import { dayDocuments } from '../district/dayDocuments.ts'
import { middleCommune } from '../district/largestCommune.ts'
import type { Thin } from '../lines/oneWay.ts'
import { type Line, startLine } from '../lines/startLine.ts'
import type { Bench } from '../openBench.ts'
import { freshPage } from '../pages/freshPage.ts'
import type { PeerVerbs } from '../peers/page.ts'
import { fillPouch } from '../servers/fillPouch.ts'
import { postJson } from '../servers/postJson.ts'
import { type DayOf, type Days, overLine } from './days.ts'

type Peer = {
  name: string
  url: string
  path: string
  prepare: (verbs: PeerVerbs, url: string) => Promise<unknown>
  write: (verbs: PeerVerbs, day: ReturnType<typeof dayDocuments>) => Promise<void>
  handIn: (verbs: PeerVerbs, url: string) => Promise<number>
}

/** The same days by the peers: each has the commune's households and visits already, as ours has. */
export const peerDays = async (bench: Bench, thin: Thin | null, day: DayOf): Promise<Days[]> => {
  const { pouch, plain } = await bench.peers()
  const commune = middleCommune(bench.district).id
  const documents = ofCommune(await bench.documents(), commune)
  const database = `commune-${thin === null ? 'fast' : 'thin'}`
  await fillPouch(pouch, database, documents)
  for (const table of ['households', 'visits'] as const) await postJson(`${plain}/rx/${table}/fill`, documents[table])
  const peers: Peer[] = [
    {
      name: 'PouchDB',
      url: pouch,
      path: '/db/',
      prepare: async (verbs, url) => {
        await verbs.pouchPull(`${url}/db/${database}`, commune, true)
        // Its first push of all asks about every document that it pulled; a day is one of many.
        await verbs.pouchHandIn(`${url}/db/${database}`, 0)
      },
      write: (verbs, one) => verbs.pouchWrite(one),
      handIn: (verbs, url) => verbs.pouchHandIn(`${url}/db/${database}`, 60),
    },
    {
      name: 'RxDB',
      url: plain,
      path: '/rx/',
      prepare: (verbs) => verbs.rxPull(),
      write: (verbs, one) => verbs.rxWrite(one),
      handIn: (verbs) => verbs.rxHandIn(),
    },
    {
      name: 'ODK-style',
      url: plain,
      path: '/odk/',
      prepare: async () => undefined,
      write: (verbs, one) => verbs.odkWrite(one),
      handIn: (verbs) => verbs.odkHandIn(),
    },
  ]
  return Promise.all(peers.map((peer) => daysOf(peer, thin, day)))
}

const daysOf = async (peer: Peer, thin: Thin | null, day: DayOf): Promise<Days> => {
  const line: Line = await startLine(peer.url, peer.path)
  const { verbs, remove } = await freshPage<PeerVerbs>(`${line.url}/page/`, null)
  await peer.prepare(verbs, line.url)
  return {
    name: peer.name,
    run: async (round) => {
      await peer.write(verbs, dayDocuments(day(round)))
      line.become(thin)
      line.reset()
      const ms = await peer.handIn(verbs, line.url)
      const seen = overLine(line, ms)
      line.become(null)
      return seen
    },
    remove: async () => {
      await remove()
      await line.close()
    },
  }
}

const ofCommune = ({ households, visits }: Documents, commune: string): Documents => ({
  households: households.filter((one) => one.commune === commune),
  visits: visits.filter((one) => one.commune === commune),
})
