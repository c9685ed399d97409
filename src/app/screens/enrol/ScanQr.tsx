import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { codeInPicture } from '../../enrol/codeInPicture.ts'
import { type Seen, watchCamera } from '../../enrol/watchCamera.ts'

type Trouble = Exclude<Seen['at'], 'code'> | 'picture'

/** The camera with a frame to point at the code; a picture of the code serves as well, and is the way without camera. */
export default function ScanQr({ found, stop }: { found(code: string): void; stop(): void }) {
  const video = useRef<HTMLVideoElement>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const tell = useRef(found)
  tell.current = found
  useEffect(() => {
    if (video.current === null) return
    return watchCamera(video.current, (seen) => {
      if (seen.at === 'code') tell.current(seen.code)
      else setTrouble(seen.at)
    })
  }, [])
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    const code = file === undefined ? null : await codeInPicture(file)
    if (code !== null) found(code)
    else if (file !== undefined) setTrouble('picture')
  }
  const dark = trouble === 'denied' || trouble === 'none' || trouble === 'busy'
  return (
    <section className="card" aria-label={m.enrol_scan()}>
      <div className="scan" hidden={dark}>
        <video ref={video} playsInline muted aria-label={m.enrol_scan_point()} />
        <span aria-hidden="true" />
      </div>
      {trouble === null ? (
        <p role="status">{m.enrol_scan_point()}</p>
      ) : (
        <Notice tone="amber">{troubleWords[trouble]()}</Notice>
      )}
      <div className="side-by-side">
        <label className="button file">
          {m.enrol_scan_picture()}
          <input type="file" accept="image/*" onChange={(event) => void choose(event)} />
        </label>
        <button type="button" className="button" onClick={stop}>
          {m.enrol_scan_stop()}
        </button>
      </div>
    </section>
  )
}

const troubleWords: { [T in Trouble]: () => string } = {
  denied: m.enrol_scan_denied,
  none: m.enrol_scan_none,
  busy: m.enrol_scan_busy,
  'other-qr': m.enrol_scan_other,
  picture: m.enrol_scan_no_code,
}
