import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { m } from '../../language/words/messages.js'
import { Sheet } from '../../ui/Sheet.tsx'
import { type CameraOpened, closeCamera, openCamera } from '../device/camera.ts'
import { unwrittenForms } from '../store/formMarks.ts'

type Props = {
  title: string
  hint?: string | undefined
  /** A frame of the camera. */
  taken(frame: ImageBitmap): void
  /** A file of the phone's own camera app or its gallery. */
  chosen(file: File): void
  close(): void
}

/** The camera in the page: the page is not left, so nothing can kill the form; other ways stand below. */
export const Camera = ({ title, hint, taken, chosen, close }: Props) => {
  const video = useRef<HTMLVideoElement>(null)
  const [opened, setOpened] = useState<CameraOpened | null>(null)
  useEffect(() => {
    let gone = false
    let stream: MediaStream | null = null
    openCamera().then((result) => {
      if (result.at === 'open') stream = result.stream
      if (gone) return stream && closeCamera(stream)
      setOpened(result)
      if (result.at === 'open' && video.current !== null) video.current.srcObject = result.stream
    })
    return () => {
      gone = true
      if (stream !== null) closeCamera(stream)
    }
  }, [])
  const shoot = async () => {
    const element = video.current
    if (element !== null && element.videoWidth > 0) taken(await createImageBitmap(element))
  }
  return (
    <Sheet title={m.camera_title()} close={close}>
      <div className="sheet-head">
        <strong>{title}</strong>
        <button type="button" className="button" onClick={close}>
          {m.camera_close()}
        </button>
      </div>
      <div className="viewfinder">
        <video ref={video} autoPlay muted playsInline aria-label={m.camera_title()} />
        {opened === null && <p className="viewfinder-say">{m.camera_opening()}</p>}
        {opened !== null && opened.at !== 'open' && (
          <p className="viewfinder-say" role="alert">
            {troubleWords[opened.at]()}
          </p>
        )}
      </div>
      <div className="sheet-foot">
        {hint && <p>{hint}</p>}
        {opened?.at === 'open' && (
          <button type="button" className="shutter" aria-label={m.camera_shutter()} onClick={() => void shoot()} />
        )}
        <div className="side-by-side">
          <FileButton title={m.camera_own()} capture chosen={chosen} />
          <FileButton title={m.camera_gallery()} chosen={chosen} />
        </div>
      </div>
    </Sheet>
  )
}

const troubleWords = { denied: m.camera_denied, none: m.camera_none, busy: m.camera_busy }

type FileProps = { title: string; capture?: boolean; chosen(file: File): void }

/** Opens another app, which may kill this page: not before all that was typed is on the disk [L12]. */
const FileButton = ({ title, capture = false, chosen }: FileProps) => {
  const unwritten = useSyncExternalStore(unwrittenForms.listen, unwrittenForms.some)
  return (
    <label className="button">
      {title}
      <input
        className="unseen"
        type="file"
        accept="image/*"
        disabled={unwritten}
        {...(capture ? { capture: 'environment' as const } : {})}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file !== undefined) chosen(file)
        }}
      />
    </label>
  )
}
