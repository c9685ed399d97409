import { useEffect, useState } from 'react'
import { useStore } from '../store/queries/StoreContext.tsx'
import { readPicture } from '../store/seenPictures.ts'
import { bringPicture } from '../sync/photos/bringPicture.ts'

export type Picture = { at: 'reading' } | { at: 'here'; url: string } | { at: 'elsewhere' }

/** A picture by its hash: from this phone, or brought from the endpoint while there is a signal. */
export const usePicture = (sha256: string | null): Picture => {
  const { database, device } = useStore()
  const [picture, setPicture] = useState<Picture>({ at: 'reading' })
  useEffect(() => {
    let gone = false
    let url: string | null = null
    const show = async () => {
      if (sha256 === null) return setPicture({ at: 'elsewhere' })
      const bytes = (await readPicture(database, sha256)) ?? (await bringPicture(database, device, sha256))
      if (gone) return
      if (bytes === null) return setPicture({ at: 'elsewhere' })
      url = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
      setPicture({ at: 'here', url })
    }
    setPicture({ at: 'reading' })
    show().catch(() => setPicture({ at: 'elsewhere' }))
    return () => {
      gone = true
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [database, device, sha256])
  return picture
}
