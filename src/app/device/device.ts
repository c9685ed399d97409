/** The doors to what a test must be able to hold in its hand: clock, chance, digest, network. */
export type Device = {
  /** Milliseconds since 1970, by this device's own clock. */
  nowMs(): number
  /** When this app was built, ms since 1970: its clock can't stand before that. */
  readonly builtMs?: number
  /** 0 ≤ chance < 1. */
  chance(): number
  uuid4(): string
  uuid7(): string
  /** 16 random bytes, base64url. */
  nonce(): string
  /** Lower-case hex of text (UTF-8) or bytes. */
  sha256(data: string | Uint8Array<ArrayBuffer>): Promise<string>
  fetch(path: string, init: RequestInit): Promise<Response>
}
