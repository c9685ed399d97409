import { importTable, narrowDoors } from './importTable.ts'
import type { Module } from './modules.ts'

const rooms = Object.keys(importTable).sort((a, b) => b.length - a.length)

/** The room a file lies in: `src/app/store/x.ts` → `app/store`. */
const roomOf = (path: string): string | undefined =>
  path === 'src/main.tsx' ? 'main' : rooms.find((room) => path.startsWith(`src/${room}/`))

/** Every import that the table does not allow, as `from → to`, cycles between files, and screens that import screens. */
export const brokenFences = (modules: readonly Module[]): string[] => modules.flatMap((module) => fencesOf(module))

const fencesOf = (module: Module): string[] => {
  const room = roomOf(module.path)
  if (room === undefined) return [`${module.path} lies in no room of the import table`]
  const broken = module.imports
    .filter((target) => target.startsWith('src/'))
    .filter((target) => !allowed(module.path, room, target))
    .map((target) => `${module.path} → ${target}`)
  return module.circular ? [...broken, `${module.path} is part of a cycle`] : broken
}

const allowed = (path: string, room: string, target: string): boolean => {
  const other = roomOf(target)
  if (other === undefined) return false
  if (other === room) return !['app/screens', 'app/office'].includes(room) || screenOf(path) === screenOf(target)
  if (!importTable[room]?.includes(other)) return false
  return narrowDoors.every((door) => door.from !== room || door.to !== other || door.only.test(target))
}

const screenOf = (path: string): string => path.split('/').slice(0, 4).join('/')
