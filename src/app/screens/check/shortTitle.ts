/** Words that no title ends with. */
const leansOn = /^(a|above|and|for|in|of|on|over|the|to|bên|của|và|bao|đã|được)$/

/** A title short enough for the button under the thumb: up to its first comma, whole words, some 20 letters. */
export const shortTitle = (title: string, longest = 20): string => {
  const [clause = title] = title.split(',')
  if (clause.length <= longest) return clause
  const words = clause.split(' ')
  let count = 1
  while (count < words.length && words.slice(0, count + 1).join(' ').length <= longest) count += 1
  while (count > 1 && leansOn.test(words[count - 1] ?? '')) count -= 1
  return `${words.slice(0, count).join(' ')}…`
}
