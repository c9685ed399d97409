import { codeFromLink } from './codeFromLink.ts'
import { qrReader } from './readQr.ts'

/** There is one try: a code that is small in a large picture is looked for too. */
const sizes = [800, 1600]

/** The code of the QR in a picture of the gallery (a message, a paper photographed before); null where none is found. */
export const codeInPicture = async (file: Blob): Promise<string | null> => {
  try {
    const picture = await createImageBitmap(file)
    const text = await (await qrReader(sizes))(picture)
    picture.close()
    return text === null ? null : codeFromLink(text)
  } catch {
    return null
  }
}
