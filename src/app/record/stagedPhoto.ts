import { dropStagedPhoto, setConsent } from '../store/stagedPhotos.ts'
import type { Store } from '../store/store.ts'

/** Takes a photo out of the draft again. */
export const takeOutPhoto = ({ database }: Store, photo: string): Promise<void> => dropStagedPhoto(database, photo)

/** "Đã xin phép chụp", for all photos of the draft. */
export const sayConsent = ({ database }: Store, draft: string, consent: boolean): Promise<void> =>
  setConsent(database, draft, consent)
