import { useEffect } from 'react'
import { pageFoot } from '../../../ui/pageFoot.ts'

/** Browsers that don't number pages in the margin still print the foot once, at the end. */
export const hasPageFoot = 'CSSMarginRule' in window

/**
 * The foot of each printed page, with its number, while a sheet is open. A page's margin takes its text from a style
 * sheet only; one that is constructed needs no inline style. The document's title names the PDF file.
 */
export const usePageFoot = (title: string, foot: string, page: string): void => {
  useEffect(() => {
    const before = document.title
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(pageFoot(foot, page))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    document.title = title
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
      document.title = before
    }
  }, [title, foot, page])
}
