import { rgbaToThumbHash } from 'thumbhash'
import { fitWithin, type Size } from '../../domain/photos/fitWithin.ts'
import { judgePicture } from '../../domain/photos/judgePicture.ts'
import { jpegSize } from './jpegSize.ts'
import type { ShrinkAnswer, ShrinkQuestion, ShrunkPhoto } from './shrunkPhoto.ts'

declare const self: DedicatedWorkerGlobalScope

const longestSide = 1600
const evidenceMost = 300 * 1024
const evidenceLeast = 150 * 1024
const previewSides = [320, 256, 200]
const previewMost = 20 * 1024

self.onmessage = async ({ data: { id, picture } }: MessageEvent<ShrinkQuestion>) => {
  try {
    const photo = await shrink(picture)
    const answer: ShrinkAnswer = { id, photo }
    self.postMessage(answer, [photo.evidence, photo.preview])
  } catch {
    // A file that no decoder here reads (HEIC on many phones): the page says so, nothing else is lost.
    self.postMessage({ id, failed: 'unreadable' } satisfies ShrinkAnswer)
  }
}

const shrink = async (picture: Blob | ImageBitmap): Promise<ShrunkPhoto> => {
  const bitmap = picture instanceof ImageBitmap ? picture : await decode(picture)
  const canvas = draw(bitmap, fitWithin(bitmap, longestSide))
  bitmap.close()
  const evidence = await withinBudget(canvas)
  const preview = await previewOf(canvas)
  return {
    evidence,
    sha256: await sha256Hex(evidence),
    width: canvas.width,
    height: canvas.height,
    preview,
    previewSha256: await sha256Hex(preview),
    thumbhash: thumbhashOf(canvas),
    finding: findingOf(canvas),
  }
}

/** Decoded upright, and by a JPEG's decoder already shrunk. */
const decode = async (blob: Blob): Promise<ImageBitmap> => {
  const size = jpegSize(new Uint8Array(await blob.slice(0, 256 * 1024).arrayBuffer()))
  if (size === null || Math.max(size.width, size.height) <= longestSide) return createImageBitmap(blob)
  const glance = await createImageBitmap(blob, { resizeWidth: 32 })
  const upright = { width: glance.width, height: glance.height }
  glance.close()
  const wanted = uprightSize(fitWithin(size, longestSide), upright)
  return createImageBitmap(blob, { resizeWidth: wanted.width, resizeHeight: wanted.height, resizeQuality: 'high' })
}

/** A picture taken on its side lies turned in its file: the sides change places. */
const uprightSize = (size: Size, upright: Size): Size =>
  size.width > size.height === upright.width > upright.height ? size : { width: size.height, height: size.width }

const draw = (source: ImageBitmap | OffscreenCanvas, { width, height }: Size): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas on this phone')
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, width, height)
  return canvas
}

const jpeg = (canvas: OffscreenCanvas, quality: number): Promise<Blob> =>
  canvas.convertToBlob({ type: 'image/jpeg', quality })

/** The best quality that stays within the budget, found in at most four tries. */
const withinBudget = async (canvas: OffscreenCanvas): Promise<ArrayBuffer> => {
  let low = 0.3
  let high = 0.92
  let quality = 0.8
  let best = await jpeg(canvas, quality)
  for (let tries = 0; tries < 4; tries += 1) {
    if (best.size > evidenceMost) high = quality
    else if (best.size < evidenceLeast && quality < 0.9) low = quality
    else return best.arrayBuffer()
    quality = (low + high) / 2
    best = await jpeg(canvas, quality)
  }
  return (best.size > evidenceMost ? await jpeg(canvas, low) : best).arrayBuffer()
}

const previewOf = async (canvas: OffscreenCanvas): Promise<ArrayBuffer> => {
  for (const side of previewSides) {
    const small = draw(canvas, fitWithin(canvas, side))
    for (const quality of [0.7, 0.5]) {
      const blob = await jpeg(small, quality)
      if (blob.size <= previewMost) return blob.arrayBuffer()
    }
  }
  return (await jpeg(draw(canvas, fitWithin(canvas, 120)), 0.4)).arrayBuffer()
}

const pixelsOf = (canvas: OffscreenCanvas, longest: number): ImageData => {
  const small = draw(canvas, fitWithin(canvas, longest))
  const context = small.getContext('2d')
  if (context === null) throw new Error('no canvas on this phone')
  return context.getImageData(0, 0, small.width, small.height)
}

const thumbhashOf = (canvas: OffscreenCanvas): string => {
  const { width, height, data } = pixelsOf(canvas, 64)
  return btoa(String.fromCharCode(...rgbaToThumbHash(width, height, data)))
}

const findingOf = (canvas: OffscreenCanvas) => {
  const { width, data } = pixelsOf(canvas, 160)
  const grey = new Uint8Array(data.length / 4)
  for (let at = 0; at < grey.length; at += 1) {
    const pixel = at * 4
    grey[at] = ((data[pixel] ?? 0) * 299 + (data[pixel + 1] ?? 0) * 587 + (data[pixel + 2] ?? 0) * 114) / 1000
  }
  return judgePicture(grey, width)
}

const sha256Hex = async (bytes: ArrayBuffer): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
