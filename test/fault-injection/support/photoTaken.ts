import type { PhotoTaken } from '../../../src/domain/entries/communeBodies.ts'
import { sha256Hex } from '../../support/testDevice.ts'

/** What a phone writes of a picture that it took. */
export const photoTaken = (photo: string, evidence: Buffer, preview: Buffer): PhotoTaken => ({
  photo,
  sha256: sha256Hex(evidence),
  bytes: evidence.length,
  width: 640,
  height: 480,
  mime: 'image/jpeg',
  preview: { sha256: sha256Hex(preview), bytes: preview.length },
  thumbhash: '3OcRJYB4d3h/iIeHeEh3eIhw+j2w',
  takenAt: '2026-11-24T08:30:00+07:00',
  source: 'camera',
})
