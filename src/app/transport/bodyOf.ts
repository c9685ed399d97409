/** The bytes of an answer; of one that is longer than `mostBytes` none, and the rest is left on the line. */
export const bodyOf = async (response: Response, mostBytes?: number): Promise<Uint8Array<ArrayBuffer>> => {
  if (mostBytes === undefined || response.body === null) return new Uint8Array(await response.arrayBuffer())
  const reader = response.body.getReader()
  const bytes = new Uint8Array(mostBytes)
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return bytes.subarray(0, length)
    if (length + value.length > mostBytes) {
      await reader.cancel()
      return new Uint8Array(0)
    }
    bytes.set(value, length)
    length += value.length
  }
}
