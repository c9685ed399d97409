/**
 * Whether a text holds what looks like the number of an identity paper: nine digits (the old card, a household's book)
 * or twelve (the citizen's card), written in one or in groups. A telephone number, a sum of money and a place on the
 * map are none. Only noticed, never refused: a wrong guess costs one glance.
 */
export const holdsPaperNumber = (text: string): boolean =>
  [...text.normalize('NFKC').matchAll(numbers)].some((found) => {
    const [written, lead = '', digits = ''] = found
    const after = text.normalize('NFKC').slice(found.index + written.length)
    return looksLikePaper(lead, digits, after)
  })

/** Digits with at most one space, point or hyphen between two of them, and what stands right before. */
const numbers = /(^|[^\d])(\d(?:[ .-]?\d)*)/g

const looksLikePaper = (before: string, written: string, after: string): boolean => {
  const digits = written.replace(/\D/g, '')
  if (digits.length !== 9 && digits.length !== 12) return false
  // CASE 1: an international telephone number; decimals of a place, or a sum with its comma.
  if (before === '+' || before === '.' || before === ',') return false
  // CASE 2: a place on the map: 104.110812.
  if (/^\d{1,3}\.\d{4,}$/.test(written)) return false
  // CASE 3: money, by its word or by its points; a paper's number of twelve begins with 0, no sum does.
  if (/^\s*(đ|₫|đồng|vnd|vnđ|triệu|nghìn|ngàn)(?!\p{L})/iu.test(after)) return false
  return !/^[1-9]\d{0,2}(\.\d{3})+$/.test(written)
}
