/** What is said over the first screen, and what keeps the app on the phone: one text, right behind that screen. */
export { default as TodayLine } from '../screens/today/TodayLine.tsx'
export { default as ClockQuestion } from './ClockQuestion.tsx'
export { default as LinkOnEnrolled } from './LinkOnEnrolled.tsx'
export { registerWorker } from './registerWorker.ts'
export { default as StorageNotice } from './StorageNotice.tsx'
export { default as UpdateOffer } from './UpdateOffer.tsx'
