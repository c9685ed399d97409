import type { Phone } from '../../end-to-end/support/phone.ts'

/** The browser's own word that the network is back, said to a phone's worker as often as it is wanted. */
export const wakeWorker = async ({ context, page }: Phone, url: string): Promise<{ wake(): Promise<void> }> => {
  const session = await context.newCDPSession(page)
  const registration = new Promise<string>((found) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(url))
      if (ours !== undefined) found(ours.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const registrationId = await registration
  const origin = new URL(url).origin
  return {
    wake: async () => {
      await session.send('ServiceWorker.dispatchSyncEvent', {
        origin,
        registrationId,
        tag: 'mai-am-hand-in',
        lastChance: false,
      })
    },
  }
}
