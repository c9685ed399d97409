import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { LongList } from '../../src/ui/LongList.tsx'

it('[R-speed-02] a list of 20,000 draws a screenful, is as long as it says, and Tab finds the next row', async () => {
  const place = document.body.appendChild(document.createElement('div'))
  const items = Array.from({ length: 20_000 }, (_, at) => `hộ ${at + 1}`)
  const root = createRoot(place)
  root.render(
    <LongList
      items={items}
      draw={(item, { at, of }) => (
        <li key={item} aria-posinset={at} aria-setsize={of} style={{ height: 64 }}>
          <a href={`#${at}`}>{item}</a>
        </li>
      )}
    />,
  )
  const drawn = () => [...place.querySelectorAll('a')].map((link) => link.textContent)
  // As a person does: scrolls on until it is there, also where rows were measured in between.
  const scrolled = (share: number) => () => {
    window.scrollTo(0, document.documentElement.scrollHeight * share)
    return drawn()
  }
  await expect.poll(() => drawn()[0]).toBe('hộ 1')
  expect(drawn().length).toBeLessThan(100)
  await expect.poll(scrolled(0.5)).toContain('hộ 10000')
  expect(drawn().length).toBeLessThan(100)
  await expect.poll(() => scrolled(1)().at(-1)).toBe('hộ 20000')
  expect(place.querySelector('li:last-of-type')?.getAttribute('aria-setsize')).toBe('20000')
  // Row by row, as Tab goes: each focus scrolls, and there is always a next one.
  await expect.poll(() => scrolled(0)()[0]).toBe('hộ 1')
  for (let at = 1; at <= 150; at += 1) {
    await expect.poll(() => place.querySelector(`[href="#${at}"]`)).not.toBeNull()
    place.querySelector<HTMLElement>(`[href="#${at}"]`)?.focus()
  }
  expect(document.activeElement?.textContent).toBe('hộ 150')
  root.unmount()
  place.remove()
})
