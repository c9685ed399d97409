/**
 * Files of map packs in the browser's own file system (OPFS), a folder for each database. Where there is no such file
 * system nothing is there and nothing can be kept.
 */
export const packFolder = async (name: string, create: boolean): Promise<FileSystemDirectoryHandle | null> => {
  try {
    const root = await navigator.storage.getDirectory()
    return await root.getDirectoryHandle(`${name}-maps`, { create })
  } catch {
    return null
  }
}

/** Null where it is not there (any more). */
export const openPackFile = async (folder: string, file: string): Promise<File | null> => {
  try {
    const handle = await (await packFolder(folder, false))?.getFileHandle(file)
    return (await handle?.getFile()) ?? null
  } catch {
    return null
  }
}

/** Takes a file away, as far as can be: one that is just being written stays until its writer tidies up. */
export const removePackFile = async (folder: string, file: string): Promise<void> => {
  try {
    await (await packFolder(folder, false))?.removeEntry(file)
  } catch {
    // It is gone, or in use: whoever uses it finds no row for it and takes it away.
  }
}

/** Takes all of them away, as far as can be. */
export const removePackFolder = async (folder: string): Promise<void> => {
  try {
    await (await navigator.storage.getDirectory()).removeEntry(`${folder}-maps`, { recursive: true })
  } catch {
    // There is none, or a file in it is in use.
  }
}
