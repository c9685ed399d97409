import { fromBase64url } from '../../wire/signing/base64url.ts'

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const
const hashed = { name: 'ECDSA', hash: 'SHA-256' } as const

/** Whether the endpoint that this phone enrolled at signed that text: nothing else is acted on [I2]. */
export const endpointSigned = async (receiptKey: JsonWebKey, text: string, signature: string): Promise<boolean> => {
  try {
    const key = await crypto.subtle.importKey('jwk', receiptKey, ecdsa, false, ['verify'])
    return await crypto.subtle.verify(hashed, key, fromBase64url(signature), new TextEncoder().encode(text))
  } catch {
    // A signature that can't even be read is a wrong one.
    return false
  }
}

export const deviceSignature = async (privateKey: CryptoKey, text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign(hashed, privateKey, new TextEncoder().encode(text)))
