import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { enrolledPhone, type Phone } from './support/phone.ts'
import { tapsOfADay } from './support/tapsOfADay.ts'

let endpoint: EndpointProcess
let lan: Phone
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  await lan?.remove()
  await endpoint.remove()
})

it('[R-taps-01] what Lan does most takes few taps: a visit with the head met, a photo, a foundation check', async () => {
  lan = await enrolledPhone(endpoint, 'Lan', 'recorder', ['40-417-16822'])
  const { visit, photo, check, items } = await tapsOfADay(lan)
  console.info(`taps: a visit ${visit}, a photo ${photo}, a check of ${items} items ${check}`)
  expect(visit).toBeLessThanOrEqual(6)
  expect(photo).toBeLessThanOrEqual(2)
  expect(check).toBeLessThanOrEqual(items + 4)
})
