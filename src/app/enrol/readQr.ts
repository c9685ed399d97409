import jsQR from 'jsqr'

type QrReader = (picture: CanvasImageSource & ImageBitmapSource) => Promise<string | null>
type Detector = { detect(picture: ImageBitmapSource): Promise<{ rawValue: string }[]> }
type DetectorMaker = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

/**
 * Reads the text of a QR out of pictures: by the phone's own detector where it works, else by a decoder that comes
 * along. `sizes`: the longer side in pixels at which it looks, one after the other; larger costs time.
 */
export const qrReader = async (sizes: readonly number[]): Promise<QrReader> => {
  const detector = await ownDetector()
  const canvas = document.createElement('canvas')
  return async (picture) => {
    const found = await detected(detector, picture)
    return found ?? sizes.reduce<string | null>((text, size) => text ?? decoded(canvas, picture, size), null)
  }
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

const decoded = (canvas: HTMLCanvasElement, picture: CanvasImageSource, size: number): string | null => {
  const { width, height } = sizeOf(picture)
  const scale = size / Math.max(1, width, height)
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null || canvas.width === 0 || canvas.height === 0) return null
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
  return jsQR(data, canvas.width, canvas.height, { inversionAttempts: 'dontInvert' })?.data ?? null
}

const sizeOf = (picture: CanvasImageSource): { width: number; height: number } =>
  picture instanceof HTMLVideoElement
    ? { width: picture.videoWidth, height: picture.videoHeight }
    : (picture as ImageBitmap)
