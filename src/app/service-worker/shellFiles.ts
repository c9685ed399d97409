import { browserDevice } from '../device/browserDevice.ts'

/** A file of the built app. `revision` is null where its name already carries a hash; `integrity`: see Fetch. */
export type ShellFile = { url: string; revision: string | null; integrity?: string }

const prefix = 'mai-am-shell-'

/** Each version of the app has a cache of its own, named after all that is in it. */
export const shellName = async (files: readonly ShellFile[]): Promise<string> =>
  prefix + (await browserDevice.sha256(JSON.stringify(files)))

export const shellNames = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(prefix))

/** As it is asked for: a cache holds one answer a path. */
export const pathOf = ({ url }: ShellFile): string => `/${url.replace(/^\//, '')}`
