import type { PictureFinding } from '../../domain/photos/judgePicture.ts'

/** A picture as it is kept and handed in: JPEG, at most 1600 px, 150–300 KB where its detail allows, and its preview. */
export type ShrunkPhoto = {
  evidence: ArrayBuffer
  sha256: string
  width: number
  height: number
  /** At most 20 KB. */
  preview: ArrayBuffer
  previewSha256: string
  /** Base64, at most 40 characters. */
  thumbhash: string
  finding: PictureFinding
}

/** What the worker answers: `id` is the question's. */
export type ShrinkAnswer = { id: number } & ({ photo: ShrunkPhoto } | { failed: 'unreadable' })
export type ShrinkQuestion = { id: number; picture: Blob | ImageBitmap }
