import type { DayDocuments } from '../district/dayDocuments.ts'
import { answered, ended } from './raw.ts'

/** An ODK-style client: a filled form is a submission of its own, kept as XML until it is sent, one POST each. */
const open = (): Promise<IDBDatabase> =>
  new Promise((opened) => {
    const asked = indexedDB.open('odk', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('submissions', { keyPath: 'id' })
    asked.onsuccess = () => opened(asked.result)
  })

export const odkWrite = async ({ visits, checks, amendments }: DayDocuments): Promise<void> => {
  const database = await open()
  const forms = [
    ...visits.map((one) => ({ id: one.id, form: 'visit', one })),
    ...checks.map((one) => ({ id: one.id, form: 'foundation-check', one })),
    ...amendments.map(({ household, set }) => {
      return { id: crypto.randomUUID(), form: 'household-change', one: { household, ...set } }
    }),
  ]
  for (const { id, form, one } of forms) {
    const writing = database.transaction('submissions', 'readwrite')
    writing.objectStore('submissions').put({ id, xml: asXml(form, id, one) })
    await ended(writing)
  }
  database.close()
}

/** Ms until every submission has its 201 and is taken off the list of what waits. */
export const odkHandIn = async (): Promise<number> => {
  const database = await open()
  const began = performance.now()
  const waiting = await answered(database.transaction('submissions').objectStore('submissions').getAll())
  // OpenRosa asks once whether it may, before it sends.
  await fetch('/odk/submission', { method: 'HEAD' })
  for (const { id, xml } of waiting as { id: string; xml: string }[]) {
    const body = new FormData()
    body.append('xml_submission_file', new Blob([xml], { type: 'text/xml' }), 'submission.xml')
    const response = await fetch('/odk/submission', { method: 'POST', headers: { 'X-OpenRosa-Version': '1.0' }, body })
    if (response.status !== 201) throw new Error(`not taken: ${response.status}`)
    await response.text()
    const writing = database.transaction('submissions', 'readwrite')
    writing.objectStore('submissions').delete(id)
    await ended(writing)
  }
  const took = performance.now() - began
  database.close()
  return took
}

const asXml = (form: string, id: string, value: object): string =>
  `<?xml version="1.0"?><data id="${form}" version="1" xmlns:orx="http://openrosa.org/xforms"><orx:meta><orx:instanceID>uuid:${id}</orx:instanceID></orx:meta>${fieldsOf(value)}</data>`

const fieldsOf = (value: object): string =>
  Object.entries(value)
    .map(([name, inside]) => `<${name}>${textOf(inside)}</${name}>`)
    .join('')

const textOf = (value: unknown): string => {
  if (Array.isArray(value))
    return value.map((one) => (isFields(one) ? `<item>${fieldsOf(one)}</item>` : textOf(one))).join(' ')
  if (isFields(value)) return fieldsOf(value)
  return String(value).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const isFields = (value: unknown): value is object => typeof value === 'object' && value !== null
