import type { Page } from 'playwright'

/**
 * Fills a phone with photos of random bytes, as the app keeps them, until no more of them fit: of every four one is in a
 * verified backup, one received, two without a receipt. Says how many, and what the wall answered.
 */
export const fillWithPhotos = (page: Page): Promise<{ photos: number; wall: string }> =>
  page.evaluate(async () => {
    const opening = indexedDB.open('mai-am')
    await new Promise((done) => {
      opening.onsuccess = done
    })
    const database = opening.result
    const random = (length: number) => {
      const bytes = new Uint8Array(length)
      for (let at = 0; at < length; at += 65_536)
        crypto.getRandomValues(bytes.subarray(at, Math.min(length, at + 65_536)))
      return bytes.buffer
    }
    const hash = async (bytes: ArrayBuffer) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')
    const safe = (endpointMs: number) => ({ at: 'safe', ms: endpointMs, endpointMs })
    const [backedUp, late] = [Date.parse('2026-11-20T08:00:00Z'), Date.parse('2026-11-21T08:00:00Z')]
    const photo = async (at: number) => {
      const [evidence, preview] = [random(240_000), random(9_000)]
      const delivery = at % 4 === 0 ? safe(backedUp - 86_400_000) : at % 4 === 1 ? safe(late) : { at: 'waiting' }
      const id = `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`
      const [sha256, small] = [await hash(evidence), await hash(preview)]
      const body = {
        photo: id,
        sha256,
        bytes: evidence.byteLength,
        width: 1600,
        height: 1200,
        mime: 'image/jpeg',
        preview: { sha256: small, bytes: preview.byteLength },
        thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
        takenAt: '2026-11-19T08:00:00+07:00',
        location: null,
        source: 'camera',
        consent: true,
      }
      const row = { photo: id, draft: '', takenMs: 0, body, preview: delivery, evidence: delivery, state: delivery.at }
      return { row, evidence, preview }
    }
    const put = async (at: number) => {
      const { row, evidence, preview } = await photo(at)
      return new Promise<string>((done) => {
        const writing = database.transaction(['photos', 'photoBytes', 'meta'], 'readwrite', { durability: 'strict' })
        writing.objectStore('meta').put('2026-11-20T08:00:00Z', 'backedUp')
        writing.objectStore('photos').put(row)
        writing.objectStore('photoBytes').put({ sha256: row.body.sha256, piece: 0, bytes: evidence })
        writing.objectStore('photoBytes').put({ sha256: row.body.preview.sha256, piece: 0, bytes: preview })
        writing.oncomplete = () => done('')
        writing.onabort = () => done(writing.error?.name ?? 'aborted')
      })
    }
    let photos = 0
    let wall = ''
    while (wall === '' && photos < 1000) {
      wall = await put(photos)
      if (wall === '') photos += 1
    }
    database.close()
    return { photos, wall }
  })
