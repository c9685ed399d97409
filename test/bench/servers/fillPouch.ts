import type { Documents } from '../district/asDocuments.ts'
import { pouchDocuments } from '../district/pouchDocuments.ts'
import { postJson } from './postJson.ts'

/** A database of this name at express-pouchdb, filled a thousand documents at a time. */
export const fillPouch = async (url: string, name: string, documents: Documents): Promise<void> => {
  await fetch(`${url}/db/${name}`, { method: 'PUT' })
  const all = pouchDocuments(documents)
  for (let at = 0; at < all.length; at += 1000)
    await postJson(`${url}/db/${name}/_bulk_docs`, { docs: all.slice(at, at + 1000) })
}
