/** The style sheet that writes a foot on each printed page, with its number of how many. */
export const pageFoot = (foot: string, page: string): string => `@page {
  size: A4;
  margin: 14mm 12mm 18mm;
  @bottom-left { content: ${cssText(foot)}; ${small} width: 80%; text-align: left; }
  @bottom-right { content: ${cssText(`${page} `)} counter(page) " / " counter(pages); ${small} white-space: nowrap; }
}`

const small = 'font: 400 8pt "Be Vietnam Pro", system-ui, sans-serif; color: #3a342d;'

/** Titles are data: a quote in a village's name must not end the string. */
const cssText = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`
