import type { ErrorCode } from '../../wire/messages/errors.ts'

export type BundleFault = Extract<
  ErrorCode,
  'not-a-bundle' | 'bundle-damaged' | 'bundle-elsewhere' | 'bundle-unknown-author' | 'bundle-forged'
>

const sentences: { readonly [fault in BundleFault]: string } = {
  'not-a-bundle': 'This file is not a sealed file of Mái Ấm.',
  'bundle-damaged':
    'This file is damaged or not whole; nothing was taken in. Copy it once more from where it was saved.',
  'bundle-elsewhere': 'This file is sealed for another endpoint; only that one can open it.',
  'bundle-unknown-author': 'The device that made this file is not known here; nothing was taken in.',
  'bundle-forged': 'The signature is not of the device that this file names; nothing was taken in.',
}

/** Why a bundle can't be taken in; thrown from within its reading, for nothing of it counts any more. */
export class BundleRefused extends Error {
  readonly fault: BundleFault

  constructor(fault: BundleFault) {
    super(sentences[fault])
    this.fault = fault
  }
}
