import { waitedTooLong } from '../../domain/maps/staysShared.ts'
import { openSharedFile, removeSharedFile } from '../device/sharedFile.ts'
import { announce } from './changes.ts'
import type { Database } from './tables.ts'

/** The copy of a shared map goes; another that was shared since stays. */
export const dropShared = async ({ name }: Database, asked: File): Promise<void> => {
  const there = await openSharedFile(name)
  if (there === null || there.name !== asked.name || there.lastModified !== asked.lastModified) return
  await removeSharedFile(name)
  announce('maps')
}

/** What nobody asked for within a week goes by itself. */
export const dropOldShared = async (database: Database, nowMs: number): Promise<void> => {
  const there = await openSharedFile(database.name)
  if (there !== null && waitedTooLong(there.lastModified, nowMs)) await dropShared(database, there)
}
