/** Packs text with gzip, in pages and in workers alike. */
export const gzip = async (text: string): Promise<Uint8Array<ArrayBuffer>> => {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}
