/** Text as it stands in HTML, between tags and in attributes. */
export const htmlText = (raw: string): string => raw.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
