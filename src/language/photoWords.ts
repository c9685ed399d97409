import type { PhotoTaken } from '../domain/entries/communeBodies.ts'
import { clockWords } from './clockWords.ts'
import { dayWords, numberWords } from './locale.ts'
import { m } from './words/messages.js'

const sources: { [S in PhotoTaken['source']]: () => string } = {
  camera: m.photo_from_camera,
  gallery: m.photo_from_gallery,
  drawn: m.photo_drawn,
}

/** A photo's capture record in one line: when, how, how near. */
export const captureWords = ({ takenAt, source, location, clock }: PhotoTaken, today: string): string => {
  const accuracy = location && 'lat' in location ? location.accuracy : undefined
  return [
    `${dayWords(takenAt.slice(0, 10), today)} ${takenAt.slice(11, 16)}`,
    sources[source](),
    accuracy == null ? m.photo_no_place() : m.photo_accuracy({ metres: numberWords(Math.round(accuracy)) }),
    clockWords(clock),
  ]
    .filter((text) => text !== '')
    .join(' · ')
}

const asides: { [code: string]: () => string } = {
  'photo-bytes-gone': m.photo_aside_bytes_gone,
  'photo-bytes-wrong': m.photo_aside_bytes_wrong,
  'photo-not-a-picture': m.photo_aside_not_a_picture,
  'photo-too-large': m.photo_aside_too_large,
}

/** Why a photo was set aside. */
export const photoAsideWords = (code: string): string => (asides[code] ?? m.photo_aside_refused)()

/** Bytes as people say them: 212 KB, 1,9 MB. */
export const bytesWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${numberWords(Math.max(1, Math.round(bytes / 1000)))} KB`
    : `${numberWords(Math.round(bytes / 100_000) / 10)} MB`
