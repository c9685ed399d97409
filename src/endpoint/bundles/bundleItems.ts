import { type ItemKind, itemHeadBytes, readItemHead } from '../../wire/bundle/items.ts'
import { bundleLimits } from '../../wire/bundle/layout.ts'
import { photoLimits } from '../../wire/messages/photos.ts'
import { BundleRefused } from './bundleRefused.ts'

/** `bytes`: null where it is larger than its kind may be, or of no kind known here. */
export type BundleItem = { kind: ItemKind | null; sha256: string; bytes: Buffer | null }

const mostBytes: { readonly [kind in ItemKind]: number } = {
  certificate: 65_536,
  preview: photoLimits.previewBytes,
  evidence: photoLimits.bytes,
  original: photoLimits.bytes,
}

/** What an opened bundle holds, read once from its beginning: the packed entries, then item by item. */
export async function* bundleItems(
  opened: AsyncGenerator<Buffer>,
): AsyncGenerator<{ entries: Buffer } | { item: BundleItem }> {
  const reading = new Reading(opened)
  const packed = (await reading.take(4)).readUInt32BE()
  if (packed > bundleLimits.packedBytes) throw new BundleRefused('bundle-damaged')
  yield { entries: await reading.take(packed) }
  for (let count = 0; await reading.more(); count += 1) {
    if (count >= bundleLimits.items) throw new BundleRefused('bundle-damaged')
    const { kind, sha256, bytes } = readItemHead(await reading.take(itemHeadBytes))
    const fits = kind !== null && bytes <= mostBytes[kind]
    if (!fits) await reading.pass(bytes)
    yield { item: { kind, sha256, bytes: fits ? await reading.take(bytes) : null } }
  }
}

/** Bytes asked for by number, out of frames of any size. */
class Reading {
  private readonly frames: AsyncGenerator<Buffer>
  private left: Buffer = Buffer.alloc(0)

  constructor(frames: AsyncGenerator<Buffer>) {
    this.frames = frames
  }

  async more(): Promise<boolean> {
    while (this.left.length === 0) {
      const { value, done } = await this.frames.next()
      if (done) return false
      this.left = value
    }
    return true
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let missing = length; missing > 0; ) {
      const part = await this.part(missing)
      parts.push(part)
      missing -= part.length
    }
    return Buffer.concat(parts)
  }

  async pass(length: number): Promise<void> {
    for (let missing = length; missing > 0; ) missing -= (await this.part(missing)).length
  }

  private async part(most: number): Promise<Buffer> {
    if (!(await this.more())) throw new BundleRefused('bundle-damaged')
    const part = this.left.subarray(0, most)
    this.left = this.left.subarray(part.length)
    return part
  }
}
