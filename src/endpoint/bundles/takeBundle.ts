import { randomUUID } from 'node:crypto'
import { bundleKeyText } from '../../wire/bundle/header.ts'
import type { BundleAnswer } from '../../wire/messages/bundles.ts'
import { bundleReceiptText } from '../../wire/signing/texts.ts'
import { type Accepted, acceptEntries } from '../accept/acceptEntries.ts'
import { audit } from '../books/audit.ts'
import type { Db } from '../books/tables.ts'
import { knowAgain } from '../devices/knowAgain.ts'
import type { EndpointKeys } from '../keys/endpointKeys.ts'
import { sha256Hex } from '../keys/sha256.ts'
import { isKept, notePicture } from '../shelf/notePicture.ts'
import type { Shelf } from '../shelf/shelf.ts'
import { authorOf } from './authorOf.ts'
import { type BundleFile, readBundleFile } from './bundleFile.ts'
import { bundleItems } from './bundleItems.ts'
import { BundleRefused } from './bundleRefused.ts'
import { type Survey, surveyBundle } from './surveyBundle.ts'
import { unseal } from './unseal.ts'

type Doors = { db: Db; keys: EndpointKeys; shelf: Shelf; nowMs: number }

/**
 * Takes a whole bundle in, whoever carried it, as if its author had handed it in. It is proved to its last byte before
 * anything is taken; its entries are one durable transaction; brought again it gets the same answer.
 */
export const takeBundle = (doors: Doors, path: string, carrier: string): Promise<BundleAnswer> =>
  readBundleFile(path, async (file) => {
    const { db, keys } = doors
    if (file.header.to !== sha256Hex(bundleKeyText(keys.bundleKey))) throw new BundleRefused('bundle-elsewhere')
    const survey = await surveyBundle(file, keys)
    const author = await authorOf(db, keys, file, survey.certificate)
    const before = await answeredBefore(db, file.digest)
    if (before !== null) return before
    await putOnShelf(doors, file, survey)
    const accepted = await db.transaction().execute(async (tx) => {
      const speaker = 'known' in author ? author.known : await knowAgain(tx, author.again, doors.nowMs)
      const taken = await acceptEntries(tx, speaker, survey.entries, doors.nowMs)
      for (const picture of survey.pictures.values()) await notePicture(tx, speaker, picture, doors.nowMs)
      const [entries, photos] = [survey.entries.length, survey.pictures.size]
      await audit(tx, doors.nowMs, 'bundle.taken', carrier, { device: file.header.device, entries, photos })
      return taken
    })
    return answered(doors, file, survey, accepted, carrier)
  })

/** What was answered to a bundle of that digest, or null. */
export const answeredBefore = async (db: Db, digest: string): Promise<BundleAnswer | null> => {
  const row = await db.selectFrom('bundles').select('answer').where('digest', '=', digest).executeTakeFirst()
  return row === undefined ? null : (JSON.parse(row.answer) as BundleAnswer)
}

/** The pictures, durable before anything says that they are there [I3]; read a second time, one in memory at a time. */
const putOnShelf = async ({ db, keys, shelf }: Doors, file: BundleFile, { pictures }: Survey): Promise<void> => {
  for await (const part of bundleItems(unseal(file, keys))) {
    if (!('item' in part) || part.item.bytes === null || !pictures.has(part.item.sha256)) continue
    if (await isKept(db, part.item.sha256)) continue
    const upload = randomUUID()
    await shelf.append(upload, part.item.bytes)
    await shelf.keep(upload, part.item.sha256)
  }
}

/** Signed after the commit [I3], and kept, so that an answer that got lost can be had again. */
const answered = async (
  { db, keys, nowMs }: Doors,
  { header: { device }, digest }: BundleFile,
  { pictures }: Survey,
  { acks, upTo }: Accepted,
  carrier: string,
): Promise<BundleAnswer> => {
  const said = { device, epoch: keys.epoch, bundle: digest, upTo, photos: [...pictures.keys()] }
  const lines = acks.map(({ id, hash, status }) => [id, hash, status] as const)
  const answer = { ...said, acks, receipt: await keys.sign(bundleReceiptText({ ...said, acks: lines })) }
  await db
    .insertInto('bundles')
    .values({ digest, device, carrier, arrived: nowMs, answer: JSON.stringify(answer) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return answer
}
