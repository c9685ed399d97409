import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { renderUnicodeCompact } from 'uqr'
import { type Books, openBooks, readMeta } from '../books/openBooks.ts'
import { castOf } from '../demo/cast.ts'
import { demoAreas } from '../demo/demoAreas.ts'
import { trialMark } from '../demo/makeDemo.ts'
import { endpointKeys } from '../keys/endpointKeys.ts'
import { invite } from '../people/invites.ts'
import { closeOnSignal, serve } from '../serve.ts'
import type { Settings } from '../settings.ts'

type Link = { says: string; code: string }

/** `npm start`: in an empty folder the trial district first, then the endpoint, then fresh links to enrol with. */
export const start = async (settings: Settings): Promise<void> => {
  const books = await openBooks(settings.data)
  if ((await books.db.selectFrom('books').select('id').executeTakeFirst()) === undefined) {
    console.log('Đang dựng địa bàn thử … / making the trial district …')
    makeInItsOwnProcess(settings.data)
  }
  const links = (await readMeta(books.db, trialMark)) === null ? [] : await trialLinks(books)
  await books.close()
  const running = await serve(settings)
  closeOnSignal(running)
  const origin = settings.origin ?? running.url
  for (const { says, code } of links) {
    const link = `${origin}/#enrol=${code}`
    console.log(`\n${says}\n${link}\n${renderUnicodeCompact(link)}`)
  }
  if (links.length === 0)
    console.log('\nA link to enrol with: npm run --silent admin -- invite --name NAME --role ROLE …')
  console.log(`\nMái Ấm · sẵn sàng / ready: ${origin}`)
}

/** The making needs more memory than the endpoint ever does: it is given back with the process. */
const makeInItsOwnProcess = (data: string): void => {
  const admin = fileURLToPath(new URL('./main.ts', import.meta.url))
  execFileSync(process.execPath, [admin, '--data', data, 'demo'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** The trial's people on new devices; a real district's people are invited by hand. */
const trialLinks = async ({ db }: Books): Promise<Link[]> => {
  const keys = await endpointKeys(db)
  const now = Date.now()
  return db.transaction().execute(async (tx) => {
    const links: Link[] = []
    for (const { person, name, role, books, says } of trialPeople()) {
      const made = await invite(tx, keys, { person: { id: person, name }, role, books }, now)
      links.push({ says, code: made.code })
    }
    return links
  })
}

const trialPeople = () => {
  const { sectors, admin } = castOf()
  const first = sectors[0]
  const lan = first?.communes[0]?.recorders[0]
  if (first === undefined || lan === undefined) return []
  const communes = demoAreas.filter(({ book }) => book !== false).map(({ id }) => id)
  return [
    { ...lan, says: `Người ghi / recorder (Keng Đu, Mỹ Lý): ${lan.name}` },
    { ...first.inspector, books: communes, says: `Người duyệt / inspector: ${first.inspector.name}` },
    { ...first.office, says: `Văn phòng / the district’s office: ${first.office.name}` },
    { ...admin, says: `Quản trị / admin: ${admin.name}` },
  ]
}
