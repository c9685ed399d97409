import { expect, it } from 'vitest'
import {
  beginTrying,
  openedAgain,
  type PhoneTried,
  stopsWanted,
  tryStepOf,
  trySteps,
  writesSummed,
} from '../../src/domain/try-phone/phoneTried.ts'
import { triedText } from '../../src/language/tryPhoneWords.ts'

const begun = beginTrying(Date.UTC(2026, 10, 25, 2))
const stop = { kept: true, photoWhole: true, offline: true }
const all: PhoneTried = {
  ...begun,
  keep: false,
  writes: { of: 50, tookMs: [4.2, 3.1, 18.9] },
  picture: { photo: 'p', sha256: 'ab', bytes: 212_000, tookMs: 1840, closed: 1 },
  stops: [stop, stop, { ...stop, kept: false }, { ...stop, photoWhole: null }, { ...stop, offline: false }],
  file: true,
}

it('[R-try-01] the step is the first that is neither done nor passed over', () => {
  expect(tryStepOf(begun)).toBe('keep')
  // What the phone answered doesn't matter: it was asked.
  expect(tryStepOf({ ...begun, keep: false })).toBe('writes')
  expect(tryStepOf({ ...begun, keep: true, skipped: ['writes', 'picture'] })).toBe('stops')
  expect(tryStepOf({ ...all, stops: all.stops.slice(1) })).toBe('stops')
  // A file that read differently is tried again.
  expect(tryStepOf({ ...all, file: false })).toBe('file')
  expect(tryStepOf(all)).toBeNull()
  expect(tryStepOf({ ...begun, skipped: [...trySteps] })).toBeNull()
})

it('[R-try-02] a page that was closed behind the camera app is counted once, by the next page', () => {
  const open = { ...begun, camera: { life: 'a', closed: 0 } }
  expect(openedAgain(open, 'a')).toBe(open)
  const next = openedAgain(open, 'b')
  expect(next.camera).toEqual({ life: null, closed: 1 })
  expect(openedAgain(next, 'c')).toBe(next)
})

it('[R-try-02] writes are summed up by their half and their slowest', () => {
  expect(writesSummed({ of: 50, tookMs: [] })).toEqual({ halfMs: 0, mostMs: 0 })
  expect(writesSummed({ of: 50, tookMs: [9, 1, 5, 7] })).toEqual({ halfMs: 5, mostMs: 9 })
})

it('[R-try-02, R-try-03] the result says what was kept, what was lost and what could not be done, and nobody’s name', () => {
  const about = { model: 'Linux; Android 9; SM-A105F; Chrome/120', build: '0.1.0' }
  const lines = triedText(all, '2026-11-25', about).split('\n')
  expect(lines.slice(1)).toEqual([
    'Máy: Linux; Android 9; SM-A105F; Chrome/120',
    'Bản 0.1.0',
    'Giữ dữ liệu: máy chưa hứa',
    'Ghi: được 3/50 lần; một nửa số lần không quá 4 ms, lâu nhất 19 ms',
    'Ảnh: 212 KB, lưu trong 1,8 giây; trang đóng 1 lần khi mở máy ảnh',
    `Buộc dừng: 5/${stopsWanted} lần; giữ đúng số 4, ảnh còn nguyên 4, không có mạng 4`,
    'Tệp: đọc lại giống tệp đã lưu',
  ])
  const nothing = triedText({ ...begun, skipped: ['picture', 'stops'] }, '2026-11-25', about)
  expect(nothing).toContain('Chụp bằng ứng dụng máy ảnh: không làm được\nBuộc dừng năm lần: không làm được')
})
