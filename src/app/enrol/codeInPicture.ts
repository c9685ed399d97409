import { codeFromLink } from './codeFromLink.ts'
import { qrReader } from './readQr.ts'

/** The code of the QR in a picture of the gallery (a message, a paper photographed before); null where none is found. */
export const codeInPicture = async (file: Blob): Promise<string | null> => {
  try {
    const picture = await createImageBitmap(file)
    const text = await (await qrReader())(picture)
    picture.close()
    return text === null ? null : codeFromLink(text)
  } catch {
    return null
  }
}
