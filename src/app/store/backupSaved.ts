import { announce } from './changes.ts'
import type { Database } from './tables.ts'

/** When a sealed file was last made of what is unsent, and what it held. */
export type BackupSaved = { ms: number; entries: number; photos: number }

const key = 'backupSaved'

export const readBackupSaved = async (database: Database): Promise<BackupSaved | null> =>
  ((await database.meta.get(key)) as BackupSaved | undefined) ?? null

export const writeBackupSaved = async (database: Database, saved: BackupSaved): Promise<void> => {
  await database.meta.put(saved, key)
  announce('room')
}
