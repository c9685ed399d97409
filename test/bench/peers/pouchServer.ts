/** express-pouchdb over LevelDB on this disk, and the bench's page on the same origin: `node pouchServer.ts DATA PAGES`. */
import type { AddressInfo } from 'node:net'
import express from 'express'
import expressPouch from 'express-pouchdb'
import PouchDB from 'pouchdb'

const [data = '', pages = ''] = process.argv.slice(2)
const app = express()
app.use('/page', express.static(pages))
app.use(
  '/db',
  expressPouch(PouchDB.defaults({ prefix: `${data}/` }), { mode: 'minimumForPouchDB', inMemoryConfig: true }),
)
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` }))
})
