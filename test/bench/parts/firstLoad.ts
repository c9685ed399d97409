import { largestCommune } from '../district/largestCommune.ts'
import { inTurn, type Runner } from '../inTurn.ts'
import { startLine } from '../lines/startLine.ts'
import type { Bench, Part } from '../openBench.ts'
import { freshPage } from '../pages/freshPage.ts'
import type { PeerVerbs } from '../peers/page.ts'
import { fillPouch } from '../servers/fillPouch.ts'
import { packedDistrict } from './packedDistrict.ts'
import { wholeDistrictOnAPhone } from './wholeDistrictOnAPhone.ts'

/** The whole district onto an empty phone, until its list is usable: ours by the app itself, over the whole way. */
export const firstLoad: Part = async (bench) => {
  const { pouch, plain } = await bench.peers()
  await fillPouch(pouch, 'all', await bench.documents())
  const pouchLine = await startLine(pouch, '/db/')
  const commune = largestCommune(bench.district).id
  const figures = await inTurn(bench.sizes.rounds, [
    { name: 'ours', run: () => wholeDistrictOnAPhone(bench) },
    peer(bench, 'raw IndexedDB, row by row', plain, (verbs) => verbs.rawLoad(commune)),
    peer(bench, 'PouchDB, bulkDocs', plain, (verbs) => verbs.pouchBulk(commune)),
    {
      name: 'PouchDB, replication',
      run: async () => {
        const { verbs, remove } = await freshPage<PeerVerbs>(`${pouchLine.url}/page/`, null)
        pouchLine.reset()
        const ms = await verbs.pouchPull(`${pouchLine.url}/db/all`, commune, false)
        const { up, down, requests } = pouchLine.counted
        await remove()
        return { '': [ms, 'ms'], up: [up, 'bytes'], down: [down, 'bytes'], requests: [requests, 'requests'] }
      },
    },
    peer(bench, 'RxDB, bulkInsert', plain, (verbs) => verbs.rxBulk(commune)),
  ])
  await pouchLine.close()
  return {
    figures: [...figures, ...(await packedDistrict(bench))],
    notes: [
      'Ours is the whole way, from the tap on _Vào sổ_ to all households on the list: asked, sent, verified, drawn; the list comes ahead (decision 61), and the entries follow: bytes and requests are of all of it. The raw engine, PouchDB’s bulkDocs and RxDB’s bulkInsert begin with the data in memory, without a network.',
      'Everything on one machine, without a thin line: bytes are told beside the times.',
      'PouchDB: default adapter (idb), batches of 1,000, its index made at the first question. Raw: 1,000 rows a transaction, relaxed durability, four indexes.',
    ],
  }
}

const peer = (bench: Bench, name: string, url: string, load: (verbs: PeerVerbs) => Promise<number>): Runner => ({
  name,
  run: async () => {
    const { verbs, remove } = await freshPage<PeerVerbs>(`${url}/page/`, null)
    const here = await verbs.bring()
    if (here !== bench.sizes.households + bench.sizes.visits) throw new Error(`${here} documents came`)
    const ms = await load(verbs)
    await remove()
    return { '': [ms, 'ms'] }
  },
})
