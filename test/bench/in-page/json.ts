/** The least that a hand-in could be: one POST of JSON, packed beforehand by brotli. Ms until its answer is read. */
export const jsonHandIn = async (packed: string): Promise<number> => {
  const body = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))
  const began = performance.now()
  const headers = { 'content-type': 'application/json', 'content-encoding': 'br' }
  const response = await fetch('/json', { method: 'POST', headers, body })
  const answer = (await response.json()) as { acks: unknown[] }
  const took = performance.now() - began
  if (response.status !== 200 || answer.acks.length === 0) throw new Error('the JSON was not taken')
  return took
}
