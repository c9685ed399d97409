import { hasRoomForPack } from './roomForPack.ts'
import type { ShareTrouble } from './shareEnd.ts'

/**
 * Which file of those that were shared may wait here. It is judged as a file alone: what is in it, when it is taken in.
 * `freeBytes` null: the browser doesn't say.
 */
export const judgeShared = <One extends { size: number }>(
  files: readonly One[],
  freeBytes: number | null,
): { ok: true; file: One } | { ok: false; code: ShareTrouble } => {
  // A form in which none was chosen sends one without bytes.
  const [file, ...more] = files.filter(({ size }) => size > 0)
  if (file === undefined) return { ok: false, code: 'no-file' }
  if (more.length > 0) return { ok: false, code: 'several' }
  // Taking it in copies it once more: what could never come in needn't wait.
  return hasRoomForPack(freeBytes, 2 * file.size) ? { ok: true, file } : { ok: false, code: 'no-room' }
}
