import { aboutSubject } from './aboutSubject.ts'
import { useLiveStore } from './StoreContext.tsx'

/** Whom an entry of any device is about, and its book's title; empty where this device doesn't know. */
export const useAbout = (book: string, subject: string): { title: string; book: string } => {
  const store = useLiveStore()
  const title = store.enrolment?.books.find(({ id }) => id === book)?.title ?? ''
  return { title: aboutSubject(store, book, subject).title, book: title }
}
