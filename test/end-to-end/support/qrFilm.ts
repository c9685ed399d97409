import { writeFileSync } from 'node:fs'
import { encode } from 'uqr'

const width = 640
const height = 480
/** Radians and pixels: as a hand holds a phone over a paper, not as a scanner does. */
const turned = 0.17
const tilted = 0.25
const pixelsOfModule = 8

/** Writes a film that shows the QR of `text` tilted, a little blurred and unevenly lit, as a camera would see it. */
export const filmQr = (text: string, path: string): void => {
  const grey = blurred(blurred(seen(text)))
  const colourless = Buffer.alloc((width * height) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, colourless])
  writeFileSync(
    path,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]),
  )
}

const seen = (text: string): Buffer => {
  const { data, size } = encode(text, { border: 4 })
  const picture = Buffer.alloc(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const depth = 1 + (tilted * (x - width / 2)) / width
      const across = (x - width / 2) / depth / pixelsOfModule
      const down = (y - height / 2) / depth / pixelsOfModule
      const column = Math.floor(Math.cos(turned) * across + Math.sin(turned) * down + size / 2)
      const row = Math.floor(Math.cos(turned) * down - Math.sin(turned) * across + size / 2)
      const module = data[row]?.[column]
      const paper = module === undefined ? 120 : module ? 40 : 220
      picture[y * width + x] = paper * (1 - (0.3 * x) / width)
    }
  }
  return picture
}

const blurred = (picture: Buffer): Buffer => {
  const soft = Buffer.from(picture)
  for (let at = width + 1; at < picture.length - width - 1; at += 1) {
    let sum = 0
    for (const row of [-width, 0, width]) for (const column of [-1, 0, 1]) sum += picture[at + row + column] ?? 0
    soft[at] = sum / 9
  }
  return soft
}
