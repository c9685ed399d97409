/** Hands a file to the person who uses this device; where it goes is the browser's business. */
export const saveFile = (name: string, type: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the bytes after the click has been answered.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
