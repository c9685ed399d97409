/** What a look at the grey values says of a picture: said at once, never a reason not to keep it. */
export type PictureFinding = 'well' | 'dark' | 'blurred'

/** Mean brightness (0–255) below which hardly anything is seen on a phone in the sun. */
const darkBelow = 40
/** Variance of the Laplacian below which edges are washed out, for a picture 160 px wide. */
const blurredBelow = 18

/** `grey` holds one byte a pixel, row by row, `width` a row. */
export const judgePicture = (grey: Uint8Array, width: number): PictureFinding => {
  const mean = grey.reduce((sum, value) => sum + value, 0) / Math.max(1, grey.length)
  if (mean < darkBelow) return 'dark'
  return sharpness(grey, width) < blurredBelow ? 'blurred' : 'well'
}

/** The variance of the 4-neighbour Laplacian over the inner pixels. */
const sharpness = (grey: Uint8Array, width: number): number => {
  const height = Math.floor(grey.length / width)
  const at = (x: number, y: number): number => grey[y * width + x] ?? 0
  let sum = 0
  let squares = 0
  let count = 0
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const edge = 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1)
      sum += edge
      squares += edge * edge
      count += 1
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2
}
