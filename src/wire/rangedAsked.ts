import type { Asked } from './asked.ts'

/** What a question for a file may say of the part that is wanted, and of the one that is held. */
export const part = ['Range', 'If-Range', 'If-None-Match'] as const

/** How a file is answered that can be asked for in parts. */
export const rangedAnswers = (whole: string, type: string): Asked['answers'] => ({
  200: { says: whole, type, headers: ['ETag', 'Cache-Control', 'Accept-Ranges'] },
  206: { says: 'The range asked for.', type, headers: ['Content-Range', 'ETag'] },
  304: { says: 'What is held is still right.', headers: ['ETag'] },
})
