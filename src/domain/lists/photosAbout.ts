import type { BookState } from '../book/bookState.ts'
import { unvoided } from '../book/unvoided.ts'
import { writtenBy } from '../book/writtenBy.ts'
import type { Photo } from '../build/build.ts'
import type { PhotoTaken } from '../entries/communeBodies.ts'

/** Photos of these subjects, newest first. */
export const photosAbout = (state: BookState, subjects: readonly string[]): Photo[] =>
  subjects
    .flatMap((subject) => unvoided(state.histories.get(subject) ?? []))
    .filter(({ kind }) => kind === 'photo.taken')
    .map((entry) => ({ ...writtenBy(entry), subject: entry.subject, body: entry.body as PhotoTaken }))
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
