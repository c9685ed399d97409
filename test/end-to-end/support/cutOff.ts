/**
 * What of the screen as it stands can't be read: wider than the screen, text that its box hides, a control that holds
 * less than its words, or bars that leave too little of the screen. Runs in the page, so it stands alone.
 */
export const cutOff = (): string[] => {
  const found: string[] = []
  const width = document.documentElement.clientWidth
  const named = (element: Element) =>
    `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${(element.textContent ?? '').trim().slice(0, 40)}”`
  const wider = document.documentElement.scrollWidth - width
  if (wider > 0) found.push(`the page is ${wider} px wider than the screen`)
  const drawn = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (element) =>
      element.getClientRects().length > 0 &&
      !(element instanceof SVGElement) &&
      // A map goes on beyond its frame.
      element.closest('.unseen, .skip, .leaflet-container') === null,
  )
  for (const element of drawn) {
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const scrolls = element.closest('.scroll') !== null
    if (!scrolls && (box.left < -1 || box.right > width + 1)) found.push(`beyond the edge: ${named(element)}`)
    const hides = style.overflowX !== 'visible' || style.textOverflow === 'ellipsis'
    const typed = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    if (hides && !typed && !/auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
      found.push(`hidden to the right: ${named(element)}`)
    if (style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1)
      found.push(`hidden below: ${named(element)}`)
    const own = [...element.childNodes].some(
      ({ nodeType, data }: ChildNode & { data?: string }) => nodeType === 3 && data?.trim(),
    )
    if (own && style.display !== 'inline' && !typed && element.scrollHeight > element.clientHeight + 3)
      found.push(`higher than its box: ${named(element)}`)
    // A word that is broken nowhere runs out of its button.
    if (
      /^(BUTTON|A|LABEL|SUMMARY|LEGEND|TH|TD|H1|H2|H3|P|SPAN|DD|DT|SELECT)$/.test(element.tagName) &&
      style.display !== 'inline'
    )
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        found.push(`wider than its box: ${named(element)}`)
  }
  let covered = 0
  for (const element of drawn) {
    const { position } = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const low = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)
    if ((position === 'fixed' || position === 'sticky') && element.closest('dialog') === null && low > 0) covered += low
  }
  if (covered > innerHeight * 0.4) found.push(`bars cover ${Math.round((covered / innerHeight) * 100)} % of the screen`)
  return found
}
