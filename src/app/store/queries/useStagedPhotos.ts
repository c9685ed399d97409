import { stagedPhotos } from '../stagedPhotos.ts'
import { type PhotoRow, usePhotoRows } from './usePhotoRows.ts'

/** Photos of a draft, in the order taken; what the camera just took is among them once it is on the disk [I1]. */
export const useStagedPhotos = (draft: string): PhotoRow[] =>
  usePhotoRows((database) => stagedPhotos(database, draft), draft)
