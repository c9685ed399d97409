import decodeQr from 'qr/decode.js'

type Detector = { detect(picture: ImageBitmapSource): Promise<{ rawValue: string }[]> }
type DetectorMaker = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

/** Larger pictures only cost time: a code that fills a fifth of the frame still has some 3 pixels a module. */
const longestSide = 800

/** Reads the text of a QR out of pictures: by the phone's own detector where it works, else by a decoder of ours. */
export const qrReader = async (): Promise<
  (picture: CanvasImageSource & ImageBitmapSource) => Promise<string | null>
> => {
  const detector = await ownDetector()
  const canvas = document.createElement('canvas')
  return async (picture) => (await detected(detector, picture)) ?? decoded(canvas, picture)
}

const ownDetector = async (): Promise<Detector | null> => {
  const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
  try {
    if (Maker === undefined || !(await Maker.getSupportedFormats()).includes('qr_code')) return null
    return new Maker({ formats: ['qr_code'] })
  } catch {
    return null
  }
}

/** Android without its maker's services has a detector that always fails: then we read it ourselves. */
const detected = async (detector: Detector | null, picture: ImageBitmapSource): Promise<string | null> => {
  try {
    return (await detector?.detect(picture))?.[0]?.rawValue ?? null
  } catch {
    return null
  }
}

const decoded = (canvas: HTMLCanvasElement, picture: CanvasImageSource): string | null => {
  const { width, height } = sizeOf(picture)
  const scale = Math.min(1, longestSide / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null || canvas.width === 0 || canvas.height === 0) return null
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  try {
    return decodeQr(pen.getImageData(0, 0, canvas.width, canvas.height))
  } catch {
    // It throws where there is no code in the picture: the everyday of a camera that is still being pointed.
    return null
  }
}

const sizeOf = (picture: CanvasImageSource): { width: number; height: number } =>
  picture instanceof HTMLVideoElement
    ? { width: picture.videoWidth, height: picture.videoHeight }
    : (picture as ImageBitmap)
