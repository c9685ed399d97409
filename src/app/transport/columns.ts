import { deflatedRest, joinBody, splitBody } from '../../wire/columns/columnBody.ts'
import { ColumnReader } from '../../wire/columns/columnReader.ts'
import type { ColumnWriter } from '../../wire/columns/columnWriter.ts'

/** Whether this browser packs as a body in columns asks for (older ones know gzip only). */
export const canSayColumns = (): boolean => {
  try {
    new CompressionStream('deflate-raw')
    return true
  } catch {
    return false
  }
}

/** A body in columns, its rest deflated. */
export const columnsBody = async (out: ColumnWriter): Promise<Uint8Array<ArrayBuffer>> => {
  const { bits, rest } = out.end()
  return joinBody(deflatedRest, bits, await through(rest, new CompressionStream('deflate-raw')))
}

/** Throws where it is no such body. `most`: characters and values it may stand for. */
export const readColumns = async (body: Uint8Array, most: number): Promise<ColumnReader> => {
  const { how, bits, rest } = splitBody(body)
  const whole = how === deflatedRest ? await through(rest.slice(), new DecompressionStream('deflate-raw')) : rest
  return new ColumnReader(bits, whole, most)
}

const through = async (
  bytes: Uint8Array<ArrayBuffer>,
  how: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(how)).arrayBuffer())
