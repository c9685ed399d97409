import type { ShrinkAnswer, ShrunkPhoto } from './shrunkPhoto.ts'

/** A picture that no decoder on this phone reads. */
export class Unreadable extends Error {}

let worker: Worker | null = null
let asked = 0

/** Shrinks, judges and hashes in a worker, so that the page goes on answering. Throws Unreadable. */
export const shrinkPhoto = (picture: Blob | ImageBitmap): Promise<ShrunkPhoto> => {
  worker ??= new Worker(new URL('./shrink.worker.ts', import.meta.url), { type: 'module' })
  const thread = worker
  asked += 1
  const id = asked
  return new Promise((resolve, reject) => {
    const stop = () => {
      thread.removeEventListener('message', hear)
      thread.removeEventListener('error', broke)
    }
    const hear = ({ data }: MessageEvent<ShrinkAnswer>) => {
      if (data.id !== id) return
      stop()
      if ('photo' in data) resolve(data.photo)
      else reject(new Unreadable())
    }
    const broke = () => {
      stop()
      worker = null
      reject(new Unreadable())
    }
    thread.addEventListener('message', hear)
    thread.addEventListener('error', broke)
    thread.postMessage({ id, picture }, picture instanceof ImageBitmap ? [picture] : [])
  })
}
