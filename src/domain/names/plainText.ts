/** Text as it is searched: lower case, without diacritics (đ → d, ƀ → b), one space between words, one apostrophe. */
export const plainText = (text: string): string => text.trim().split(spaces).map(plainWord).join(' ')

const spaces = /\s+/

/** Names are made of a few hundred words, and 20,000 rows want them plain; odd ones without end are not kept. */
const mostWords = 5000
const plainWords = new Map<string, string>()

const plainWord = (word: string): string => {
  const known = plainWords.get(word)
  if (known !== undefined) return known
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[đƀħłŧøıʼ’‘`´]/g, (letter) => asTyped[letter] ?? letter)
  if (plainWords.size < mostWords) plainWords.set(word, plain)
  return plain
}

/** Letters with a stroke are letters of their own to Unicode; a keyboard without them types the plain one. */
const asTyped: { [letter: string]: string } = {
  đ: 'd',
  ƀ: 'b',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ø: 'o',
  ı: 'i',
  ʼ: "'",
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
}
