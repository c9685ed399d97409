/**
 * A text that sorts, by plain `<`, as Vietnamese lists are sorted: by given name (the last word), then the whole name,
 * as Intl.Collator('vi', { numeric: true }) compares them. Made once a name, so that sorting 20,000 rows compares
 * texts and nothing else.
 */
export const nameSortKey = (name: string): string => {
  const words = name.trim().split(/\s+/).map(wordKey)
  const given = words.at(-1) ?? wordKey('')
  const first = `${given.letters}\u0002${given.tones}\u0002${given.cases}`
  let letters = ''
  let tones = ''
  let cases = ''
  for (const [at, word] of words.entries()) {
    const begins = at === 0
    letters += begins ? word.letters : space + word.letters
    tones += begins ? word.tones : level + word.tones
    cases += begins ? word.cases : small + word.cases
  }
  return `${first}\u0001${letters}\u0002${tones}\u0002${cases}`
}

type WordKey = { letters: string; tones: string; cases: string }

/** Names are made of a few hundred words; a phone's memory is not filled by odd ones without end. */
const mostWords = 5000
const wordKeys = new Map<string, WordKey>()

const wordKey = (word: string): WordKey => {
  const known = wordKeys.get(word)
  if (known !== undefined) return known
  const made = collationOf(word.normalize('NFD'))
  if (wordKeys.size < mostWords) wordKeys.set(word, made)
  return made
}

/**
 * Three levels, as in the Unicode collation algorithm: letters (a < ă < â, b < ƀ, d < đ, e < ê, o < ô < ơ, u < ư), then
 * tones (level, huyền, hỏi, ngã, sắc, nặng), then small before capital. `word` is NFD.
 */
const collationOf = (word: string): WordKey => {
  let letters = ''
  let tones = ''
  let cases = ''
  for (let at = 0; at < word.length; at += 1) {
    const char = word.charAt(at)
    const tone = toneWeights[char]
    if (tone !== undefined) tones += tone
    else if (digit.test(char)) {
      const run = /^\d+/.exec(word.slice(at))?.[0] ?? char
      const number = run.replace(/^0+(?=\d)/, '')
      at += run.length - 1
      letters += `${digitWeight}${String.fromCharCode(0x30 + Math.min(number.length, 60))}${number}`
      tones += level
      cases += small
    } else {
      const lower = char.toLowerCase()
      letters += letterWeight(lower, shapeOf(lower, word, at))
      tones += level
      cases += char === lower ? small : capital
    }
  }
  return { letters, tones, cases }
}

const digit = /\d/
const digitWeight = '@'
const level = '1'
const small = '1'
const capital = '2'
const breve = '\u0306'
const circumflex = '\u0302'
const horn = '\u031b'

/** Huyền, hỏi, ngã, sắc, nặng; then marks of foreign letters. The marks that make another letter are none of these. */
const toneWeights: { [mark: string]: string } = {
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0301': '5',
  '\u0323': '6',
  '\u030a': '7',
  '\u0308': '8',
  '\u030c': '9',
  '\u0327': ':',
  [breve]: '',
  [circumflex]: '',
  [horn]: '',
}

/** The mark that makes another letter of the one before it: NFD puts it among the letter's marks. */
const shapeOf = (lower: string, text: string, at: number): string => {
  if (!'aeou'.includes(lower)) return ''
  for (let next = at + 1; next < text.length; next += 1) {
    const mark = text.charAt(next)
    if (toneWeights[mark] === undefined) return ''
    if (mark === circumflex || mark === horn || mark === breve) return mark
  }
  return ''
}

/** What stands between words, in the order in which Unicode sorts it; all of it before digits and letters. */
const signs = ' _-,;:!?.\'‘’"()[]{}@*/&#%+'

const space = String.fromCharCode(0x10)

const letterWeight = (lower: string, shape: string): string => {
  const shaped = shapes[lower + shape]
  if (shaped !== undefined) return shaped
  if (lower >= 'a' && lower <= 'z') return lower.toUpperCase() + level
  const sign = signs.indexOf(lower)
  return sign < 0 ? `~${lower}` : String.fromCharCode(0x10 + sign)
}

const shapes: { [letter: string]: string } = {
  [`a${breve}`]: 'A2',
  [`a${circumflex}`]: 'A3',
  ƀ: 'B2',
  đ: 'D2',
  [`e${circumflex}`]: 'E2',
  [`o${circumflex}`]: 'O2',
  [`o${horn}`]: 'O3',
  [`u${horn}`]: 'U2',
}
