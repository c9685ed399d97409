import type { Tier } from './photoQueue.ts'

/** What a creation says of a picture (tus): values are base64. */
export const creation = (photo: string, sha256: string, tier: Tier, length: number): { [name: string]: string } => ({
  'upload-length': String(length),
  'upload-metadata': Object.entries({ photo, sha256, tier })
    .map(([key, value]) => `${key} ${btoa(value)}`)
    .join(','),
})

export const octets = { 'content-type': 'application/offset+octet-stream' }
