import type { Documents } from './asDocuments.ts'

/** One database for both kinds, as PouchDB's guide has it: a document says what it is. */
export const pouchDocuments = ({ households, visits }: Documents): object[] => [
  ...households.map(({ id, ...rest }) => ({ _id: id, type: 'household', ...rest })),
  ...visits.map(({ id, ...rest }) => ({ _id: id, type: 'visit', ...rest })),
]
