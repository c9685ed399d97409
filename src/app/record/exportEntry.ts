import { entryHash } from '../../domain/book/entryHash.ts'
import { saveFile } from '../device/saveFile.ts'
import type { Store } from '../store/store.ts'
import type { OwnEntry } from '../store/tables.ts'

/**
 * [L18] Writes one entry of this device into a file of its own, readable and whole: its hash lets anybody see that
 * nothing was changed. Nothing is taken off the phone. Returns the file's name.
 */
export const exportEntry = async (
  { device }: Store,
  { id, entry, delivery }: OwnEntry,
  words: { what: string; about: string },
): Promise<string> => {
  const name = `mai-am-${entry.kind.replace('.', '-')}-${id.slice(-6)}.json`
  const exported = new Date(device.nowMs()).toISOString()
  const hash = await entryHash(entry, device.sha256)
  saveFile(
    name,
    'application/json',
    JSON.stringify({ app: 'Mái Ấm', ...words, exported, hash, delivery, entry }, null, 2),
  )
  return name
}
