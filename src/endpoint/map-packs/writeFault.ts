import { PackRefused } from './packRefused.ts'

const sayings: { readonly [errno: string]: string } = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'read-only disk',
  ENOENT: 'no such folder',
  ENOTDIR: 'not a folder',
  EISDIR: 'a folder stands there',
  EFBIG: 'this disk takes no file as large as that',
}

/** What went wrong while writing into `dir`, as a refusal in words where it is the disk's fault; else as it was. */
export const writeFault = (error: unknown, dir: string): unknown => {
  const errno = (error as NodeJS.ErrnoException).code ?? ''
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return new PackRefused('disk-full')
  return sayings[errno] === undefined ? error : new PackRefused('unwritable', { dir, why: sayings[errno] })
}
