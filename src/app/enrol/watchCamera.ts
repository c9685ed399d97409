import { afterInSight } from '../device/afterInSight.ts'
import { closeCamera, openCamera } from '../device/camera.ts'
import { codeFromLink } from './codeFromLink.ts'
import { qrReader } from './readQr.ts'

export type Seen = { at: 'code'; code: string } | { at: 'other-qr' } | { at: 'denied' | 'none' | 'busy' }

/** Between two looks at the picture: the phone stays cool, and nobody holds a phone still for less. */
const pauseMs = 120
/** A code that fills a fifth of the frame still has some 4 pixels a module. */
const sizes = [800]

/** Shows the rear camera in `video` and tells what it sees, until stopped. Returns the function that stops it. */
export const watchCamera = (video: HTMLVideoElement, tell: (seen: Seen) => void): (() => void) => {
  let stopped = false
  let stream: MediaStream | null = null
  const stop = () => {
    stopped = true
    if (stream !== null) closeCamera(stream)
    video.srcObject = null
  }
  const watch = async () => {
    const [camera, read] = await Promise.all([openCamera(), qrReader(sizes)])
    if (camera.at !== 'open') return stopped ? undefined : tell(camera)
    stream = camera.stream
    // Left while the camera was opening: its light must not stay on.
    if (stopped) return closeCamera(stream)
    video.srcObject = stream
    await video.play()
    while (!stopped) {
      const text = await read(video)
      const code = text === null ? null : codeFromLink(text)
      if (code !== null && !stopped) return tell({ at: 'code', code })
      if (text !== null && !stopped) tell({ at: 'other-qr' })
      await new Promise<void>((go) => afterInSight(pauseMs, go))
    }
  }
  watch().catch(() => stopped || tell({ at: 'busy' }))
  return stop
}
