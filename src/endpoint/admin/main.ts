import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Role, roles } from '../../domain/entries/mayWrite.ts'
import { audit } from '../books/audit.ts'
import { type Books, openBooks } from '../books/openBooks.ts'
import { makeDemo } from '../demo/makeDemo.ts'
import { revokeDevice } from '../devices/revokeDevice.ts'
import { endpointKeys } from '../keys/endpointKeys.ts'
import { invite } from '../people/invites.ts'
import { openShelf } from '../shelf/shelf.ts'
import { backup, restore } from './backup.ts'
import { areasFile, initDistrict } from './initDistrict.ts'
import { verifyBooks } from './verifyBooks.ts'

const usage = `npm run --silent admin -- --data DIR COMMAND
  init --district ID --title T --areas FILE.json     an empty district: its books
  demo                                               the trial district, in a folder without one
  invite --name NAME --role ROLE --books ID,ID [--hours N]
  revoke --device ID [--wipe]
  backup --to FILE                                   everything in one file, while the endpoint runs
  restore --from FILE                                into a DIR that is empty or not there
  verify                                             reads everything once`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    district: { type: 'string' },
    title: { type: 'string' },
    areas: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    books: { type: 'string' },
    hours: { type: 'string' },
    device: { type: 'string' },
    wipe: { type: 'boolean' },
    to: { type: 'string' },
    from: { type: 'string' },
  },
})

const needed = (name: keyof typeof values): string => {
  const value = values[name]
  if (typeof value !== 'string' || value === '') throw new Error(`--${name} is missing.\n${usage}`)
  return value
}

const withBooks = async (act: (books: Books) => Promise<void>): Promise<void> => {
  const books = await openBooks(values.data ?? process.env.MAI_AM_DATA ?? './data')
  try {
    await act(books)
  } finally {
    await books.close()
  }
}

const commands: { [command: string]: () => Promise<void> } = {
  init: () =>
    withBooks(async ({ db }) => {
      const areas = areasFile.safeParse(JSON.parse(readFileSync(needed('areas'), 'utf8')))
      if (!areas.success)
        throw new Error(
          `The areas file is not of its shape: ${areas.error.issues[0]?.path.join('.')} ${areas.error.issues[0]?.message}`,
        )
      const keys = await endpointKeys(db)
      const district = { district: needed('district'), title: needed('title'), areas: areas.data }
      await db.transaction().execute((tx) => initDistrict(tx, keys, district, Date.now()))
    }),

  demo: () =>
    withBooks(async ({ db, dir }) => {
      const shelf = await openShelf(dir)
      // Only this command needs what cuts maps.
      const { writeDemoMap } = await import('../demo/demoMap.ts')
      await db.transaction().execute(async (tx) => {
        await makeDemo(tx, shelf)
        await writeDemoMap(dir)
      })
    }),

  invite: () =>
    withBooks(async ({ db }) => {
      const role = needed('role')
      if (!roles.includes(role as Role)) throw new Error(`--role must be one of ${roles.join(', ')}.`)
      const books = (values.books ?? '').split(',').filter(Boolean)
      const known = new Set((await db.selectFrom('books').select('id').execute()).map(({ id }) => id))
      if (known.size === 0) throw new Error('There is no district in this folder yet: begin with init.')
      for (const book of books) if (!known.has(book)) throw new Error(`There is no book ${book}.`)
      const hours = values.hours === undefined ? undefined : Number(values.hours)
      if (hours !== undefined && !(hours > 0 && hours <= 24 * 90))
        throw new Error('--hours must be a number from 0 to 2160.')
      const keys = await endpointKeys(db)
      const name = needed('name')
      const made = await db.transaction().execute(async (tx) => {
        const invited = await invite(tx, keys, { person: { name }, role: role as Role, books, hours }, Date.now())
        await audit(tx, Date.now(), 'person.invited', null, { person: invited.person.id, role, books })
        return invited
      })
      console.log(JSON.stringify(made))
      // For eyes, beside the line for programs.
      const origin = process.env.MAI_AM_ORIGIN
      if (origin) console.error(`${origin}/#enrol=${made.code}`)
    }),

  backup: () => withBooks(async (books) => console.log(JSON.stringify(await backup(books, needed('to'), Date.now())))),

  restore: async () => {
    console.log(
      JSON.stringify(await restore(needed('from'), values.data ?? process.env.MAI_AM_DATA ?? './data', Date.now())),
    )
  },

  verify: () => withBooks(async (books) => console.log(JSON.stringify(await verifyBooks(books)))),

  revoke: () =>
    withBooks(async ({ db }) => {
      const device = needed('device')
      const known = await db
        .transaction()
        .execute((tx) => revokeDevice(tx, device, values.wipe === true, null, Date.now()))
      if (!known) throw new Error(`There is no device ${device}.`)
      console.log(JSON.stringify({ device, revoked: true, wipe: values.wipe === true }))
    }),
}

try {
  const command = commands[positionals[0] ?? '']
  if (command === undefined) throw new Error(usage)
  await command()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
