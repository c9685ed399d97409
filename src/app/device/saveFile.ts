import { afterInSight } from './afterInSight.ts'

/** Hands a file to the person who uses this device; where it goes is the browser's business. */
export const saveFile = (name: string, type: string, text: string): void => saveBlob(name, new Blob([text], { type }))

export const saveBlob = (name: string, bytes: Blob): void => {
  const url = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the bytes after the click has been answered.
  afterInSight(60_000, () => URL.revokeObjectURL(url))
}

/** Whether this device's own sheet takes a file of this kind; Chromium takes few kinds. */
export const canShareFile = (file: File): boolean => {
  try {
    return navigator.canShare({ files: [file] })
  } catch {
    return false
  }
}

/** False where the person closed the sheet. */
export const shareFile = (file: File): Promise<boolean> =>
  navigator.share({ files: [file], title: file.name }).then(
    () => true,
    () => false,
  )
