const reachable = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary'

/**
 * Whoever walks by keys, or listens, never stands nowhere. What had the focus and went leaves it to the heading of the
 * screen that came, else (after a key, not a tap: no keyboard of a phone may rise by itself) to what stands in its
 * place now; a button that was out of use for a moment gets it back.
 */
export const keepFocus = (root: HTMLElement): void => {
  let last: Element | null = null
  let byKeys = false
  root.addEventListener('focusin', ({ target }) => {
    last = target as Element
  })
  addEventListener('keydown', () => (byKeys = true), true)
  addEventListener('pointerdown', () => (byKeys = false), true)
  new MutationObserver((records) => {
    if (last === null || document.activeElement !== document.body) return
    if (last.isConnected) {
      if (byKeys && records.some(({ target, type }) => type === 'attributes' && target === last)) focus(last)
      return
    }
    const gone = last
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)))
    const place = record === undefined ? null : inItsPlace(record)
    if (place === null) focus(root.querySelector('#content h1'))
    else if (byKeys) focus(place)
  }).observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
}

/** What can be reached nearest behind where something was taken out; null where that was a screen. */
const inItsPlace = ({ target, previousSibling }: MutationRecord): Element | null => {
  const around = target as Element
  const main = around.closest('#content')
  if (main === null || !main.isConnected) return null
  const all = [...main.querySelectorAll(reachable)]
  const begin = previousSibling?.parentNode === around ? previousSibling : null
  const behind = all.find((one) =>
    begin === null
      ? around.contains(one)
      : !begin.contains(one) && (begin.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  )
  return behind ?? all.at(-1) ?? null
}

const focus = (element: Element | null): void => {
  if (!(element instanceof HTMLElement)) return
  if (!element.matches(reachable)) element.tabIndex = -1
  element.focus({ preventScroll: !element.matches(reachable) })
}
