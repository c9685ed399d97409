/** The camera as it opened, or why it did not: refused by a person or a rule, none there, or in use elsewhere. */
export type CameraOpened = { at: 'open'; stream: MediaStream } | { at: 'denied' } | { at: 'none' } | { at: 'busy' }

/** Opens the camera at the back of the phone; a desk's only camera serves as well. */
export const openCamera = async (): Promise<CameraOpened> => {
  // Without https there is no camera at all.
  if (navigator.mediaDevices === undefined) return { at: 'none' }
  try {
    const video = { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } }
    return { at: 'open', stream: await navigator.mediaDevices.getUserMedia({ video, audio: false }) }
  } catch (error) {
    const { name } = error as { name: string }
    if (name === 'NotAllowedError' || name === 'SecurityError') return { at: 'denied' }
    return { at: name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy' }
  }
}

/** Gives the camera back: its light goes out. */
export const closeCamera = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}
