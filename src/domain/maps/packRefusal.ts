/** Why a pack did not come onto this phone. Each is said in words: what happened, what is safe, what to do. */
export type PackRefusal =
  /** Of the file: it can't be read, is no map, or one that can't be drawn here. */
  | 'unreadable'
  | 'not-a-map'
  | 'other-version'
  | 'damaged'
  | 'truncated'
  | 'unknown-compression'
  | 'unknown-tiles'
  /** It shows none of the places of this phone's books. */
  | 'other-area'
  /** Its bytes are not what the endpoint says they are. */
  | 'wrong-hash'
  /** Of this phone. `no-room`: what came is kept. `full`: the disk's own end was met, and what came was let go. */
  | 'no-room'
  | 'full'
  | 'cannot-write'
  /** Another tab is fetching, or taking in, a pack. */
  | 'elsewhere'
  /** Deleted while it came, by a person or with its book. */
  | 'deleted'
  /** Of the endpoint. */
  | 'not-offered'
  | 'unknown-device'
  | 'revoked'
  | 'busy'
  | 'protocol'

/** Why a pack that was here can't be opened. */
export type PackLoss = 'not-here' | 'lost'
