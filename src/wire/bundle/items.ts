/**
 * Inside the frames: the packed entries with their length (4 bytes) before them, then items, each with a head of 37 bytes:
 * what it is (1), its SHA-256 (32), its length (4).
 */
const itemKinds = ['certificate', 'preview', 'evidence', 'original'] as const
export type ItemKind = (typeof itemKinds)[number]
export type ItemHead = { kind: ItemKind; sha256: string; bytes: number }

export const itemHeadBytes = 37

export const itemHead = ({ kind, sha256, bytes }: ItemHead): Uint8Array<ArrayBuffer> => {
  const head = new Uint8Array(itemHeadBytes)
  head[0] = itemKinds.indexOf(kind)
  for (let at = 0; at < 32; at += 1) head[1 + at] = Number.parseInt(sha256.slice(2 * at, 2 * at + 2), 16)
  new DataView(head.buffer).setUint32(33, bytes)
  return head
}

/** Null where it is of no kind known here: the item is passed over by its length [I9]. */
export const readItemHead = (head: Uint8Array): Omit<ItemHead, 'kind'> & { kind: ItemKind | null } => ({
  kind: itemKinds[head[0] ?? itemKinds.length] ?? null,
  sha256: Array.from(head.subarray(1, 33), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  bytes: new DataView(head.buffer, head.byteOffset).getUint32(33),
})

export const lengthOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes.length)
  return length
}
