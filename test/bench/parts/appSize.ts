import { firstLoad } from '../bundleSizes.ts'
import type { Part } from '../openBench.ts'

/** What a phone loads before the first screen. */
export const appSize: Part = async () => {
  const { js, css } = firstLoad()
  return {
    figures: [
      { name: 'JS before lazy parts, brotli', unit: 'bytes', values: [js.brotli] },
      { name: 'JS before lazy parts, gzip', unit: 'bytes', values: [js.gzip] },
      { name: 'CSS, brotli', unit: 'bytes', values: [css.brotli] },
    ],
    notes: [],
  }
}
