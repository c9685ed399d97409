/** `Authorization: Device <device>.<ts>.<nonce>.<sig>`: ts in Unix seconds, nonce and sig in base64url. */
export type Authorization = { device: string; ts: number; nonce: string; sig: string }

export const authorizationHeader = ({ device, ts, nonce, sig }: Authorization): string =>
  `Device ${device}.${ts}.${nonce}.${sig}`

export const parseAuthorization = (header: string | undefined): Authorization | null => {
  const match = /^Device ([0-9a-f-]{36})\.(\d{1,12})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{86})$/.exec(header ?? '')
  if (match === null) return null
  const [, device = '', ts = '', nonce = '', sig = ''] = match
  return { device, ts: Number(ts), nonce, sig }
}

/** A request's clock may stand this far from the endpoint's, either way. */
export const requestWindowSeconds = 600
