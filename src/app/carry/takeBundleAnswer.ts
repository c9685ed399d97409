import { entryHash } from '../../domain/book/entryHash.ts'
import type { BundleAnswer } from '../../wire/messages/bundles.ts'
import { bundleReceiptText } from '../../wire/signing/texts.ts'
import type { Device } from '../device/device.ts'
import { setDeliveries } from '../store/deliveries.ts'
import { deliveryOf } from '../store/deliveryOf.ts'
import { setPhotoDelivery } from '../store/photoDeliveries.ts'
import type { Database, Delivery, Enrolment } from '../store/tables.ts'
import { endpointSigned } from '../transport/verify.ts'

/** Whether the endpoint signed this very answer for that author and that file. */
export const bundleReceiptIsRight = (
  { receiptKey }: Pick<Enrolment, 'receiptKey'>,
  { device, epoch, bundle, acks, upTo, photos, receipt }: BundleAnswer,
): Promise<boolean> => {
  const lines = acks.map(({ id, hash, status }) => [id, hash, status] as const)
  return endpointSigned(receiptKey, bundleReceiptText({ device, epoch, bundle, acks: lines, upTo, photos }), receipt)
}

/**
 * [I2] Marks what the author's own phone reads in an answer addressed to it, by a receipt that was checked: the very id
 * and hash of each entry, the very hash of each picture.
 */
export const takeBundleAnswer = async (
  database: Database,
  device: Device,
  { acks, photos }: BundleAnswer,
): Promise<void> => {
  const nowMs = device.nowMs()
  const said = new Map(acks.flatMap((ack) => (ack.id === null ? [] : [[ack.id, ack] as const])))
  const deliveries = new Map<string, Delivery>()
  const rows = await database.own.where('state').notEqual('handed-in').toArray()
  for (const { id, entry } of rows) {
    const ack = said.get(id)
    if (ack === undefined || ack.hash !== (await entryHash(entry, device.sha256))) continue
    const delivery = deliveryOf(ack, nowMs)
    if (delivery !== null) deliveries.set(id, delivery)
  }
  await setDeliveries(database, deliveries)
  const there = new Set(photos)
  const safe = { at: 'safe', ms: nowMs } as const
  for (const { photo, body, preview, evidence } of await database.photos.where('state').notEqual('safe').toArray()) {
    if (preview.at !== 'safe' && there.has(body.preview.sha256))
      await setPhotoDelivery(database, photo, 'preview', safe)
    if (evidence.at !== 'safe' && there.has(body.sha256)) await setPhotoDelivery(database, photo, 'evidence', safe)
  }
}
