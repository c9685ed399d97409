/** Codes with their words, as choices. */
export const optionsOf = <Code extends string>(words: { [C in Code]: () => string }): { id: Code; title: string }[] =>
  (Object.keys(words) as Code[]).map((id) => ({ id, title: words[id]() }))
