import { canShareFile, saveBlob, shareFile } from '../device/saveFile.ts'

/** Whether this device's own sheet takes a sealed file. */
export const mayPassOn = (file: File): boolean => canShareFile(file)

/** The file once more: by the device's sheet, or as a download. */
export const passOn = async (file: File, way: 'share' | 'download'): Promise<void> => {
  if (way === 'share') await shareFile(file)
  else saveBlob(file.name, file)
}
