import { pouchDocuments } from '../district/pouchDocuments.ts'
import { inTurn } from '../inTurn.ts'
import type { Part } from '../openBench.ts'
import { postJson } from '../servers/postJson.ts'

const clients = 8
const batch = 200
const batches = 10

/** express-pouchdb: eight clients, each with batches of 200 documents, one after another. */
export const endpoint: Part = async (bench) => {
  const { pouch } = await bench.peers()
  const all = pouchDocuments(await bench.documents())
  const figures = await inTurn(bench.sizes.rounds, [
    {
      name: 'express-pouchdb',
      run: async (round) => {
        const url = `${pouch}/db/rate-${round}`
        await fetch(url, { method: 'PUT' })
        const began = performance.now()
        const rows = await Promise.all(
          Array.from({ length: clients }, (_, client) => handIn(url, all.slice(client * batch * batches), client)),
        )
        const seconds = (performance.now() - began) / 1000
        return { '': [rows.reduce((sum, one) => sum + one, 0) / seconds, 'rows/s'] }
      },
    },
  ])
  return {
    figures,
    notes: [
      `${clients} clients of one process beside the server, each ${batches} \`_bulk_docs\` of ${batch} documents. It asks for no signature, checks no rights and gives no receipt; LevelDB’s log is written without an fsync.`,
    ],
  }
}

const handIn = async (url: string, documents: readonly object[], client: number): Promise<number> => {
  let rows = 0
  for (let at = 0; at < batches; at += 1) {
    const docs = documents.slice(at * batch, (at + 1) * batch).map((one) => ({ ...one, client }))
    await postJson(`${url}/_bulk_docs`, { docs })
    rows += docs.length
  }
  return rows
}
