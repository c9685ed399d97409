export type ByteRange = { readonly offset: number; readonly length: number }

/** Where the bytes of a pack are read from: a file, or a server that gives parts of one. */
export type ByteDoor = {
  /** A path or an address, for sentences. */
  readonly name: string
  /** Of the whole, in bytes. */
  readonly size: number
  /** What will be read, said beforehand, so that a server is asked for neighbours at once. */
  bring(ranges: Iterable<ByteRange>): Promise<void>
  /** Exactly these bytes; they must not be changed. */
  read(offset: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}
