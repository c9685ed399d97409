/** A title short enough for the button under the thumb: up to its first comma, whole words, some 16 letters. */
export const shortTitle = (title: string, longest = 16): string => {
  const [clause = title] = title.split(',')
  if (clause.length <= longest) return clause
  const words = clause.split(' ')
  let short = words[0] ?? ''
  for (const word of words.slice(1)) {
    if (`${short} ${word}`.length > longest) break
    short = `${short} ${word}`
  }
  return `${short}…`
}
