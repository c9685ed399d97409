import { parseArgs } from 'node:util'
import type { BackupPlan } from './admin/scheduledBackups.ts'

/** Where the endpoint keeps its data and where it listens. Flags win over MAI_AM_*, those over what is usual. */
export type Settings = { data: string; port: number; host: string; origin: string | null; backups: BackupPlan | null }

/** Throws a sentence for people where a flag is unknown or a value is wrong. */
export const readSettings = (words: readonly string[], env: NodeJS.ProcessEnv): Settings => {
  const { values } = parseArgs({
    args: [...words],
    options: { data: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } },
  })
  const port = Number(values.port ?? env.MAI_AM_PORT ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port must be a number from 0 to 65535, not ${values.port}`)
  for (const name of ['MAI_AM_DATABASE_URL', 'MAI_AM_S3_URL']) {
    if (env[name])
      throw new Error(`${name} is set, but this version keeps its books in SQLite and its photos in files only.`)
  }
  return {
    data: values.data ?? env.MAI_AM_DATA ?? './data',
    port,
    host: values.host ?? env.MAI_AM_HOST ?? '127.0.0.1',
    origin: env.MAI_AM_ORIGIN ?? null,
    backups: backupPlan(env),
  }
}

/** `MAI_AM_BACKUPS` names a folder, on another disk if there is one; `MAI_AM_BACKUP_HOURS` how often, a day if not said. */
const backupPlan = ({
  MAI_AM_BACKUPS: dir,
  MAI_AM_BACKUP_HOURS: said = '24',
}: NodeJS.ProcessEnv): BackupPlan | null => {
  const hours = Number(said)
  if (!(hours >= 0.25 && hours <= 24 * 7))
    throw new Error(`MAI_AM_BACKUP_HOURS must be a number from 0.25 to 168, not ${said}`)
  return dir ? { dir, everyMs: hours * 3_600_000 } : null
}
