import { pathOf, type ShellFile, shellName } from './shellFiles.ts'

/**
 * [L11] Keeps a version whole, or throws and is no version: a file that is missing or isn't the one that was built (a
 * captive portal's page, an endpoint in the middle of its own update) is none. What an older version holds under the
 * same hash is not fetched again, so an update over a thin line costs what changed.
 */
export const keepShell = async (files: readonly ShellFile[]): Promise<void> => {
  const name = await shellName(files)
  const cache = await caches.open(name)
  await Promise.all(
    files.map(async (file) => {
      const path = pathOf(file)
      if (await cache.match(path)) return
      await cache.put(path, (await unchanged(file)) ?? (await fetched(file)))
    }),
  )
  // Looked at once more under its name: somebody may have cleared the storage meanwhile.
  for (const file of files) {
    if (!(await caches.match(pathOf(file), { cacheName: name }))) throw new Error(`${file.url} was not kept`)
  }
}

const unchanged = async (file: ShellFile): Promise<Response | undefined> =>
  file.revision === null ? caches.match(pathOf(file), { ignoreVary: true }) : undefined

const fetched = async ({ url, revision, integrity }: ShellFile): Promise<Response> => {
  const path = pathOf({ url, revision })
  const response = await fetch(path, {
    cache: revision === null ? 'default' : 'reload',
    ...(integrity === undefined ? {} : { integrity }),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response
}
