import { createDecipheriv, hkdfSync } from 'node:crypto'
import { ascii, pointOf } from '../../wire/bundle/header.ts'
import { bundleInfo, bundleLimits, frameBound, frameNonce } from '../../wire/bundle/layout.ts'
import type { EndpointKeys } from '../keys/endpointKeys.ts'
import type { BundleFile } from './bundleFile.ts'
import { BundleRefused } from './bundleRefused.ts'

const cipher = 'aes-256-gcm'

/** What lies in the frames, one frame at a time; each is proved before it is given out. */
export async function* unseal(file: BundleFile, keys: EndpointKeys): AsyncGenerator<Buffer> {
  const key = await keyOf(file, keys)
  for await (const { sealed, frame, last } of file.frames()) {
    const tagAt = sealed.length - bundleLimits.tagBytes
    try {
      const opened = createDecipheriv(cipher, key, frameNonce(frame), { authTagLength: bundleLimits.tagBytes })
      opened.setAAD(frameBound(file.prefix, last))
      opened.setAuthTag(sealed.subarray(tagAt))
      yield Buffer.concat([opened.update(sealed.subarray(0, tagAt)), opened.final()])
    } catch {
      throw new BundleRefused('bundle-damaged')
    }
  }
}

const keyOf = async ({ header }: BundleFile, keys: EndpointKeys): Promise<Buffer> => {
  const point = new Uint8Array(Buffer.from(header.key, 'base64url'))
  const secret = await keys.agree(point).catch(() => {
    throw new BundleRefused('bundle-damaged')
  })
  const info = Buffer.concat([ascii(bundleInfo), pointOf(keys.bundleKey)])
  return Buffer.from(hkdfSync('sha256', secret, point, info, 32))
}
