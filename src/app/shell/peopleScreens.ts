/** What is rarely opened on a phone: people, phones, copies of them, as one text. */
export { default as SaveBackup } from '../screens/backup/SaveBackup.tsx'
export { default as TakeIn } from '../screens/backup/TakeIn.tsx'
export { default as ChangePhone } from '../screens/change-phone/ChangePhone.tsx'
export { default as Admin } from '../screens/people/Admin.tsx'
export { default as People } from '../screens/people/People.tsx'
export { default as TryPhone } from '../screens/try-phone/TryPhone.tsx'
