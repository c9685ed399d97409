import { itemHead, lengthOf } from '../../wire/bundle/items.ts'
import type { Device } from '../device/device.ts'
import { asHandedIn } from '../store/asHandedIn.ts'
import { photoPieces } from '../store/photoBytes.ts'
import type { Database, OwnEntry } from '../store/tables.ts'
import type { Plan } from './planBundle.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** So many entries are written as text at a time. */
const batch = 200

/** What lies in a bundle's frames: packed entries, this device's certificate, pictures, in pieces as they are stored. */
export async function* insideOf(
  database: Database,
  device: Device,
  { entries, pictures }: Pick<Plan, 'entries' | 'pictures'>,
  certificate: unknown,
): AsyncGenerator<Bytes> {
  const packed = await packedEntries(entries)
  yield lengthOf(packed)
  yield packed
  const shown = new TextEncoder().encode(JSON.stringify(certificate))
  yield itemHead({ kind: 'certificate', sha256: await device.sha256(shown), bytes: shown.length })
  yield shown
  for (const head of pictures) {
    yield itemHead(head)
    let sent = 0
    for await (const piece of photoPieces(database, head.sha256)) {
      sent += piece.length
      yield piece
    }
    // Whoever made room meanwhile had a receipt for it: the file is begun again without it.
    if (sent !== head.bytes) throw new PictureGone()
  }
}

/** A picture went, receipted, while the file was being made. */
export class PictureGone extends Error {}

/** One entry a line; what stands in memory is what came out packed. */
const packedEntries = async (entries: readonly OwnEntry[]): Promise<Bytes> => {
  const lines = new ReadableStream<string>({
    start: (controller) => {
      for (let at = 0; at < entries.length; at += batch) {
        const part = entries.slice(at, at + batch).map((own) => `${JSON.stringify(asHandedIn(own))}\n`)
        controller.enqueue(part.join(''))
      }
      controller.close()
    },
  })
  const packed = lines.pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed as ReadableStream<Bytes>).arrayBuffer())
}
