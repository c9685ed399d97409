import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQR from 'jsqr'
import { type BrowserContext, chromium, type Page } from 'playwright'
import { chromiumFlags } from '../../support/chromiumFlags.ts'

/** A printed sheet: its PDF as the browser makes it, and a picture of each of its pages. */
export type Paper = { pages: number; pictures: Buffer[] }

/**
 * What the browser's own print makes of a screen, on A4. Each page is printed alone and looked at in the browser's PDF
 * viewer, so that a plain machine needs nothing else. The pictures stand in test/pictures as `name-1.png`, `name-2.png`.
 */
export const printPaper = async (page: Page, name: string): Promise<Paper> => {
  mkdirSync('test/pictures', { recursive: true })
  const dir = mkdtempSync(join(tmpdir(), 'mai-am-paper-'))
  const print = (path: string, pageRanges = '') =>
    page.pdf({ path, pageRanges, preferCSSPageSize: true, printBackground: true })
  const whole = join(dir, 'whole.pdf')
  await print(whole)
  const pages = pagesOf(readFileSync(whole))
  const viewer = await openViewer(dir)
  const pictures: Buffer[] = []
  for (let at = 1; at <= pages; at += 1) {
    const file = join(dir, `${at}.pdf`)
    await print(file, String(at))
    pictures.push(await pictureOf(viewer, file, `test/pictures/${name}-${at}.png`))
  }
  await viewer.close()
  rmSync(dir, { recursive: true, force: true })
  return { pages, pictures }
}

/** Chromium writes a page's dictionary unpacked. */
const pagesOf = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length

/** Room for A4 at 96 dots an inch, half as fine again. */
const viewport = { width: 880, height: 1180 }

const openViewer = (dir: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(join(dir, 'viewer'), {
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    viewport,
    deviceScaleFactor: 1.5,
    args: [...chromiumFlags],
  })

const pictureOf = async (viewer: BrowserContext, file: string, path: string): Promise<Buffer> => {
  const page = await viewer.newPage()
  await page.goto(`file://${file}#toolbar=0&navpanes=0&view=Fit`)
  const picture = await drawn(page)
  await page.screenshot({ path })
  await page.close()
  return picture
}

/** The viewer says nothing when a page is drawn: two looks that are alike, and paper on them. */
const drawn = async (page: Page): Promise<Buffer> => {
  let before: Buffer = Buffer.alloc(0)
  for (;;) {
    await page.waitForTimeout(300)
    const now = await page.screenshot()
    if (now.equals(before) && now.length > 12_000) return now
    before = now
  }
}

/** What a phone that is held over the picture reads; null where it finds no QR. */
export const readQrOf = async (page: Page, picture: Buffer): Promise<string | null> => {
  const { data, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const pixels = context?.getImageData(0, 0, image.width, image.height)
    const reader = new FileReader()
    reader.readAsDataURL(new Blob([pixels?.data ?? '']))
    await new Promise((read) => reader.addEventListener('load', read))
    return { data: String(reader.result).split(',')[1] ?? '', width: image.width, height: image.height }
  }, picture.toString('base64'))
  return jsQR(Uint8ClampedArray.from(Buffer.from(data, 'base64')), width, height)?.data ?? null
}
