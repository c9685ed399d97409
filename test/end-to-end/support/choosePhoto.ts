import type { Page } from 'playwright'

/** What a camera gives; the larger, the more bytes are left after shrinking. */
type Shot = { width: number; height: number; quality: number }

const small: Shot = { width: 800, height: 600, quality: 0.8 }

/** A picture of noise from the gallery, another for each seed: said whether it was kept or found no room. */
export const choosePhoto = async (page: Page, seed: number, shot: Shot = small): Promise<'kept' | 'no-room'> => {
  const seen = page.getByRole('button', { name: /^Xem ảnh/ })
  const before = await seen.count()
  await page.getByRole('button', { name: /^Chụp: / }).click()
  await page.getByLabel('Ảnh có sẵn').evaluate(
    async (input: HTMLInputElement, { start, width, height, quality }) => {
      const canvas = new OffscreenCanvas(width, height)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      const pixels = context.createImageData(width, height)
      let chance = start + 1
      for (let at = 0; at < pixels.data.length; at += 4) {
        chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0
        pixels.data.fill(96 + (chance >>> 26), at, at + 3)
        pixels.data[at + 3] = 255
      }
      context.putImageData(pixels, 0, 0)
      const bytes = await canvas.convertToBlob({ type: 'image/jpeg', quality })
      const files = new DataTransfer()
      files.items.add(new File([bytes], 'mong.jpg', { type: 'image/jpeg', lastModified: 1_790_000_000_000 }))
      input.files = files.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    },
    { start: seed, ...shot },
  )
  await page.getByText('Đang lưu ảnh').waitFor({ state: 'detached' })
  const noRoom = page.getByText('Máy hết chỗ cho ảnh')
  await seen.nth(before).or(noRoom).first().waitFor()
  return (await noRoom.count()) > 0 ? 'no-room' : 'kept'
}
