import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sha256Hex } from '../keys/sha256.ts'
import { pictureKind } from '../shelf/pictureKind.ts'
import type { Picture, PictureDesk } from './scene.ts'

const folder = fileURLToPath(new URL('./drawn/', import.meta.url))

export type DrawnPicture = Picture & { slot: string; file: string }

/** The pictures that lie ready (made by `npm run draw:demo`), named `slot-NN.jpg`. */
export const drawnPictures = (): DrawnPicture[] => {
  const hashes = JSON.parse(readFileSync(`${folder}thumbhashes.json`, 'utf8')) as { [file: string]: string }
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jpg'))
    .sort()
    .map((file) => {
      const bytes = readFileSync(folder + file)
      const kind = pictureKind(bytes)
      if (kind === null) throw new Error(`${file} is not a picture`)
      const { width, height } = kind
      const slot = file.replace(/-\d+\.jpg$/, '')
      return {
        file: folder + file,
        slot,
        sha256: sha256Hex(bytes),
        bytes: bytes.length,
        width,
        height,
        thumbhash: hashes[file] ?? '',
      }
    })
}

/** So that several communes have checks with pictures to look at. */
const mostOfASlotInABook = 3

/** Hands each drawn picture out once, in order. */
export const pictureDesk = (pictures: readonly DrawnPicture[]): PictureDesk => {
  const left = new Map<string, DrawnPicture[]>()
  const hashes = new Map<string, string[]>()
  for (const picture of pictures) {
    left.set(picture.slot, [...(left.get(picture.slot) ?? []), picture])
    hashes.set(picture.slot, [...(hashes.get(picture.slot) ?? []), picture.thumbhash])
  }
  const given = new Map<string, number>()
  return {
    drawn: (slot, book) => {
      const before = given.get(`${book} ${slot}`) ?? 0
      if (before >= mostOfASlotInABook) return null
      given.set(`${book} ${slot}`, before + 1)
      return left.get(slot)?.shift() ?? null
    },
    thumbhash: (slot, chance) => chance.pick(hashes.get(slot) ?? ['']),
  }
}
