import { gunzipSync } from 'node:zlib'
import { bundleLimits } from '../../wire/bundle/layout.ts'
import { syncLimits } from '../../wire/messages/sync.ts'
import { depthOf } from '../accept/depthOf.ts'
import { BundleRefused } from './bundleRefused.ts'

/** The entries of a bundle, one a line; a line that can't be read is null, and judged as such, alone. */
export const unpackEntries = (packed: Buffer): unknown[] => {
  const lines = textOf(packed).split('\n')
  if (lines.at(-1) === '') lines.pop()
  if (lines.length > bundleLimits.entries) throw new BundleRefused('bundle-damaged')
  return lines.map(entryOf)
}

const textOf = (packed: Buffer): string => {
  try {
    // A bomb stops here: zlib gives up beyond this length.
    return gunzipSync(packed, { maxOutputLength: bundleLimits.unpackedBytes }).toString('utf8')
  } catch {
    throw new BundleRefused('bundle-damaged')
  }
}

const entryOf = (line: string): unknown => {
  if (depthOf(line) > syncLimits.depth) return null
  try {
    return JSON.parse(line) as unknown
  } catch {
    return null
  }
}
