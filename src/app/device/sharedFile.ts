/**
 * The one file that was shared with the app and waits for a person's word, in the browser's own file system (OPFS), a
 * folder for each database.
 */
const folderOf = (name: string): string => `${name}-shared`

/** Takes the place of the one before. Throws where it can't be written, and then leaves nothing. */
export const keepSharedFile = async (folder: string, name: string, file: Blob): Promise<void> => {
  await removeSharedFile(folder)
  const root = await navigator.storage.getDirectory()
  const place = await root.getDirectoryHandle(folderOf(folder), { create: true })
  try {
    const handle = await place.getFileHandle(name, { create: true })
    // Counts only when it is closed: a worker that is ended on the way leaves an empty file, which is none.
    await file.stream().pipeTo(await handle.createWritable())
  } catch (error) {
    await removeSharedFile(folder)
    throw error
  }
}

/** Null where none waits. */
export const openSharedFile = async (folder: string): Promise<File | null> => {
  try {
    const place = await (await navigator.storage.getDirectory()).getDirectoryHandle(folderOf(folder))
    for await (const name of place.keys()) {
      const file = await (await place.getFileHandle(name)).getFile()
      if (file.size > 0) return file
    }
  } catch {
    // There is no such file system, or nothing was ever shared.
  }
  return null
}

export const removeSharedFile = async (folder: string): Promise<void> => {
  try {
    await (await navigator.storage.getDirectory()).removeEntry(folderOf(folder), { recursive: true })
  } catch {
    // There is none, or it is just being written: the next one takes its place.
  }
}
