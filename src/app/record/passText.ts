import { type Shared, shareText } from '../device/shareText.ts'

/** A text leaves this phone by a person's tap, to whom they choose. Nothing is recorded of it. */
export const passText = (text: string): Promise<Shared> => shareText(text)
