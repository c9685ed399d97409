import { pathOf, type ShellFile, shellName, shellNames } from './shellFiles.ts'

/**
 * [L11] Keeps a version whole, or throws and is no version: a file that is missing or isn't the one that was built (a
 * captive portal's page, an endpoint in the middle of its own update) is none. What an older version holds under the
 * same hash is not fetched again, so an update over a thin line costs what changed.
 */
export const keepShell = async (files: readonly ShellFile[]): Promise<void> => {
  const name = await shellName(files)
  const cache = await caches.open(name)
  // Asked once for all: a question for each of some 200 files costs a small phone seconds.
  const there = await pathsIn(cache)
  const older = (await shellNames()).some((other) => other !== name)
  await Promise.all(
    files.map(async (file) => {
      const path = pathOf(file)
      if (there.has(path)) return
      await cache.put(path, (older ? await unchanged(file) : undefined) ?? (await fetched(file)))
    }),
  )
  // Looked at once more under its name: somebody may have cleared the storage meanwhile.
  const kept = await pathsIn(await caches.open(name))
  for (const file of files) if (!kept.has(pathOf(file))) throw new Error(`${file.url} was not kept`)
}

const pathsIn = async (cache: Cache): Promise<Set<string>> =>
  new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))

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
