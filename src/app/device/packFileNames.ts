import { packFolder } from './packFiles.ts'

/** What lies in a folder of packs. */
export const packFileNames = async (folder: string): Promise<string[]> => {
  const names: string[] = []
  for await (const name of (await packFolder(folder, false))?.keys() ?? []) names.push(name)
  return names
}
