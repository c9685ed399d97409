/** So much unsent work, or work unsent for so long, is more than one phone should hold alone. */
export const backupManyEntries = 20
const backupManyPhotos = 20
export const backupOldMs = 2 * 86_400_000

/** When what is unsent was recorded, and when a sealed file was last saved (ms since 1970). */
export type Unsent = { entriesMs: readonly number[]; photosMs: readonly number[]; savedMs: number | null }

/**
 * Whether to ask for a sealed file now: what came since the last one is much or old. What the last file holds isn't asked
 * about again, however long it waits.
 */
export const backupDue = ({ entriesMs, photosMs, savedMs }: Unsent, nowMs: number): boolean => {
  const fresh = (ms: number) => savedMs === null || ms > savedMs
  const [entries, photos] = [entriesMs.filter(fresh), photosMs.filter(fresh)]
  return (
    entries.length >= backupManyEntries ||
    photos.length >= backupManyPhotos ||
    [...entries, ...photos].some((ms) => nowMs - ms >= backupOldMs)
  )
}
