/**
 * Draws the pictures of the trial district (`npm run draw:demo`): JPEG files of at most 20 KB and how each looks from
 * far away. They are kept in the project, so that nothing is drawn when the trial begins.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { rgbaToThumbHash } from 'thumbhash'
import { chanceOf } from '../../src/endpoint/demo/chance.ts'
import { type DrawingSlot, drawing, drawingCounts } from './draw-demo/drawings.ts'

const folder = 'src/endpoint/demo/drawn'
const mostBytes = 20 * 1024

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: 640, height: 480 } })

/** The picture in 32 × 24 points, for its thumbhash. */
const small = (jpeg: Buffer): Promise<number[]> =>
  page.evaluate(
    async (url) => {
      const bitmap = await createImageBitmap(await (await fetch(url)).blob(), { resizeWidth: 32, resizeHeight: 24 })
      const context = new OffscreenCanvas(32, 24).getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      return [...(context?.getImageData(0, 0, 32, 24).data ?? [])]
    },
    `data:image/jpeg;base64,${jpeg.toString('base64')}`,
  )

const thumbhashes: { [file: string]: string } = {}
for (const [slot, count] of Object.entries(drawingCounts)) {
  for (let number = 1; number <= count; number += 1) {
    const svg = drawing(slot as DrawingSlot, chanceOf(`drawing ${slot} ${number}`))
    await page.setContent(`<body style="margin:0">${svg}</body>`)
    let quality = 80
    let jpeg = await page.screenshot({ type: 'jpeg', quality })
    while (jpeg.length > mostBytes && quality > 30) {
      quality -= 8
      jpeg = await page.screenshot({ type: 'jpeg', quality })
    }
    const file = `${slot}-${String(number).padStart(2, '0')}.jpg`
    writeFileSync(`${folder}/${file}`, jpeg)
    thumbhashes[file] = Buffer.from(rgbaToThumbHash(32, 24, await small(jpeg))).toString('base64')
    console.log(file, jpeg.length, quality)
  }
}
writeFileSync(`${folder}/thumbhashes.json`, `${JSON.stringify(thumbhashes, null, 2)}\n`)
await browser.close()
