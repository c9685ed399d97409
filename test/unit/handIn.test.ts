import { expect, it } from 'vitest'
import { type Going, goingWords } from '../../src/language/handInWords.ts'

const going: Going = {
  lane: 'entries',
  entries: { done: 0, of: 0 },
  photos: { done: 0, of: 0, bytesLeft: 0 },
  books: 4012,
  other: 0,
}

it('[R-handin-01] whatever a hand-in is at, it is said with a number', () => {
  expect(goingWords({ ...going, entries: { done: 3, of: 40 } })).toBe('Đang gửi ghi chép: 3 / 40')
  expect(goingWords({ ...going, entries: { done: 40, of: 40 } })).toBe('Đang nhận sổ: 4.012 ghi chép')
  const photos = { done: 1, of: 7, bytesLeft: 1_240_000 }
  expect(goingWords({ ...going, lane: 'photos', photos })).toBe('Đang gửi ảnh: 1 / 7, còn 1,2 MB')
  expect(goingWords({ ...going, lane: 'photos', other: 12 })).toBe('Đang gửi: còn 12')
})
