import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Documents } from '../district/asDocuments.ts'
import { startPlain } from '../servers/startPlain.ts'
import { startPouch } from '../servers/startPouch.ts'
import { bundled } from './bundled.ts'
import { installPeers } from './installPeers.ts'

/** The peers' servers, each serving the page of the bench from its own address at `/page/`. */
export type PeerPages = {
  /** express-pouchdb, its databases under `/db/`. */
  pouch: string
  /** JSON, RxDB's and ODK's doors, all small. */
  plain: string
  remove(): Promise<void>
}

export const startPeerPages = async (documents: Documents): Promise<PeerPages> => {
  installPeers()
  const dir = mkdtempSync(join(tmpdir(), 'mai-am-bench-peers-'))
  const pages = join(dir, 'pages')
  mkdirSync(pages)
  writeFileSync(join(pages, 'page.js'), await bundled('test/bench/peers/page.ts'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><meta charset="utf-8"><script src="/page/page.js"></script>')
  writeFileSync(join(pages, 'documents.json'), JSON.stringify(documents))
  const pouch = await startPouch(join(dir, 'pouch'), pages)
  const plain = await startPlain(join(dir, 'plain'), pages)
  return {
    pouch: pouch.url,
    plain: plain.url,
    remove: async () => {
      await pouch.close()
      await plain.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
