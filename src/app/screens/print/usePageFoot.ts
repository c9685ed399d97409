import { useEffect } from 'react'

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

export const pageFoot = (foot: string, page: string): string => `@page {
  size: A4;
  margin: 14mm 12mm 18mm;
  @bottom-left { content: ${cssText(foot)}; ${small} width: 80%; text-align: left; }
  @bottom-right { content: ${cssText(`${page} `)} counter(page) " / " counter(pages); ${small} white-space: nowrap; }
}`

const small = 'font: 400 8pt "Be Vietnam Pro", system-ui, sans-serif; color: #3a342d;'

/** Titles are data: a quote in a village's name must not end the string. */
const cssText = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`
