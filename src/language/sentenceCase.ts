/** An answer to choose begins like a sentence, also where the same words stand inside a line: *Đang ở lều tạm*. */
export const sentenceCase = (words: string): string => {
  const [first = ''] = words
  return first.toLocaleUpperCase('vi') + words.slice(first.length)
}
