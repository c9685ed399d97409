import { generateKeyPairSync } from 'node:crypto'
import { canonicalJson } from '../../domain/book/canonicalJson.ts'
import type { Db } from '../books/tables.ts'
import type { Actor } from './cast.ts'
import { demoBegin, eveningOf } from './demoDays.ts'

/**
 * The trial's own devices, enrolled like any other; their private keys are thrown away at once, so that nobody can
 * speak as one of them.
 */
export const enrolCast = async (tx: Db, actors: readonly Actor[]): Promise<void> => {
  for (const { device, person, name, role, books } of actors) {
    await tx
      .insertInto('devices')
      .values({
        id: device,
        name: `Máy thử của ${name}`,
        model: 'bản thử',
        publicKey: canonicalJson(publicKey()),
        person,
        personName: name,
        role,
        books: JSON.stringify(books),
        confirmed: 1,
        revokedAt: null,
        wipe: 0,
        changed: 0,
        issued: new Date(eveningOf(demoBegin)).toISOString(),
        lastSeen: null,
        upTo: 0,
        lastClamped: null,
        codeHash: null,
        certificate: null,
      })
      .execute()
  }
}

const publicKey = () => {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
  return { kty: 'EC', crv: 'P-256', x, y }
}
