import { readEnrolment } from '../../../src/app/store/tables.ts'
import { gzip } from '../../../src/app/transport/gzip.ts'
import { deviceSignature } from '../../../src/app/transport/verify.ts'
import { authorizationHeader, parseAuthorization } from '../../../src/wire/signing/authorization.ts'
import { toBase64url } from '../../../src/wire/signing/base64url.ts'
import { requestText } from '../../../src/wire/signing/texts.ts'
import type { TestPhone } from './aPhone.ts'

/** Makes a phone of today speak as one of another time would: its requests name another protocol, rightly signed. */
export const speakProtocol = async ({ device, database }: TestPhone, protocol: number): Promise<void> => {
  const enrolment = await readEnrolment(database)
  if (enrolment === null) throw new Error('not enrolled')
  const { fetch } = device
  device.fetch = async (path, init) => {
    const headers = init.headers as { [name: string]: string }
    const said = parseAuthorization(headers.authorization)
    if (said === null) throw new Error('not signed')
    const unpacked = new Blob([init.body as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new DecompressionStream('gzip'))
    const asked = (await new Response(unpacked).json()) as object
    const body = await gzip(JSON.stringify({ ...asked, protocol }))
    const text = requestText(init.method ?? '', path, said.ts, said.nonce, await device.sha256(body))
    const sig = toBase64url(await deviceSignature(enrolment.keys.privateKey, text))
    return fetch(path, { ...init, body, headers: { ...headers, authorization: authorizationHeader({ ...said, sig }) } })
  }
}
