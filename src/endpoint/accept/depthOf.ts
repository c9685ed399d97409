/** Nesting of arrays and objects, read over the text so that no parser has to recurse first. */
export const depthOf = (text: string): number => {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) at = endOfString(text, at)
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return deepest
}

/** Where the string that begins at `from` ends, or the text: most of a message is inside of strings. */
const endOfString = (text: string, from: number): number => {
  let at = from
  for (;;) {
    at = text.indexOf('"', at + 1)
    if (at === -1) return text.length
    let back = at - 1
    while (text.charCodeAt(back) === 0x5c) back -= 1
    // Behind an even number of backslashes it is a quote, not an escaped one.
    if ((at - back) % 2 === 1) return at
  }
}
