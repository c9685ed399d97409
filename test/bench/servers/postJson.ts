/** Says something to a peer's server; anything but yes ends the bench. */
export const postJson = async (url: string, said: unknown): Promise<void> => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(said) })
  const text = await response.text()
  if (!response.ok || text.includes('"error"')) throw new Error(`${url}: ${response.status} ${text.slice(0, 300)}`)
}
