/** The first screens of a phone, as one text. */
export { default as Enrol } from '../screens/enrol/Enrol.tsx'
export { default as Welcome } from '../screens/enrol/Welcome.tsx'
