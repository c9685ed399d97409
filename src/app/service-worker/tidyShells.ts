import { livingPages } from '../device/pageLocks.ts'
import { type ShellFile, shellName, shellNames } from './shellFiles.ts'

/** Throws away the versions that no living page runs. */
export const tidyShells = async (files: readonly ShellFile[]): Promise<void> => {
  const mine = await shellName(files)
  const others = (await shellNames()).filter((name) => name !== mine)
  const pages = await livingPages()
  for (const name of others) {
    const used = await Promise.all(pages.map((entry) => caches.match(entry, { cacheName: name })))
    if (!used.some(Boolean)) await caches.delete(name)
  }
}
