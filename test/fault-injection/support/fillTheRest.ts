import type { Page } from 'playwright'

/**
 * Fills what room a phone has left, with smaller and smaller rows, until not even a short word fits. Says what the wall
 * answered, and by how many bytes.
 */
export const fillTheRest = (page: Page): Promise<{ bytes: number; wall: string }> =>
  page.evaluate(async () => {
    const opening = indexedDB.open('mai-am')
    await new Promise((done) => {
      opening.onsuccess = done
    })
    const database = opening.result
    const put = (length: number, row: number) =>
      new Promise<string>((done) => {
        const bytes = new Uint8Array(length)
        for (let at = 0; at < length; at += 65_536)
          crypto.getRandomValues(bytes.subarray(at, Math.min(length, at + 65_536)))
        const writing = database.transaction('photoBytes', 'readwrite', { durability: 'strict' })
        writing.objectStore('photoBytes').put({ sha256: 'filler', piece: row, bytes: bytes.buffer })
        writing.oncomplete = () => done('')
        writing.onabort = () => done(writing.error?.name ?? 'aborted')
      })
    let [bytes, row, wall] = [0, 0, '']
    for (const length of [65_536, 4096, 256, 16]) {
      for (wall = ''; wall === '' && row < 10_000; row += 1) {
        wall = await put(length, row)
        if (wall === '') bytes += length
      }
    }
    database.close()
    return { bytes, wall }
  })
