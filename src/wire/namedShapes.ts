import * as z from 'zod/mini'
import { entryShape, stampedShape } from './entry.ts'
import { bodyShapes } from './kinds/bodyShapes.ts'
import { copied, location, someone, words } from './kinds/common.ts'
import * as admin from './messages/admin.ts'
import { bundleAnswer } from './messages/bundles.ts'
import * as enrol from './messages/enrol.ts'
import { saidError } from './messages/errors.ts'
import { healthAnswer } from './messages/health.ts'
import { listsRequest } from './messages/lists.ts'
import { mapPack, mapsAnswer, onlineMap } from './messages/maps.ts'
import { haveAnswer, haveRequest } from './messages/photos.ts'
import * as sync from './messages/sync.ts'
import { bookRef, publicJwk } from './shapes.ts'

/** The name of a kind's body: `visit.recorded` → `VisitRecorded`. */
export const bodyName = (kind: string): string =>
  kind.replace(/(?:^|[.-])([a-z])/g, (_whole, letter: string) => letter.toUpperCase())

/** Shapes under the names that other programs know them by. */
const namedShapes: { readonly [name: string]: z.ZodMiniType } = {
  Entry: entryShape,
  StampedEntry: stampedShape,
  SyncRequest: sync.syncRequest,
  SyncAnswer: sync.syncAnswer,
  Ack: sync.ack,
  Page: sync.page,
  BackPage: sync.backPage,
  Settled: sync.settled,
  RefusedPull: sync.refusedPull,
  EnrolRequest: enrol.enrolRequest,
  EnrolAnswer: enrol.enrolAnswer,
  EnrolAgainRequest: enrol.enrolAgainRequest,
  EnrolAgainAnswer: enrol.enrolAgainAnswer,
  Certificate: enrol.certificate,
  PublicKey: publicJwk,
  BookRef: bookRef,
  Health: healthAnswer,
  HaveRequest: haveRequest,
  HaveAnswer: haveAnswer,
  BundleAnswer: bundleAnswer,
  ListsRequest: listsRequest,
  MapPack: mapPack,
  MapPacks: mapsAnswer,
  OnlineMap: onlineMap,
  InviteRequest: admin.inviteRequest,
  InviteAnswer: admin.inviteAnswer,
  Device: admin.deviceRow,
  Devices: admin.devicesAnswer,
  DeviceChange: admin.deviceChange,
  DeviceChangeAnswer: admin.deviceChangeAnswer,
  RevokeRequest: admin.revokeRequest,
  RevokeAnswer: admin.revokeAnswer,
  ConfirmAnswer: admin.confirmAnswer,
  ReasonRequest: admin.reasonRequest,
  SettleAnswer: admin.settleAnswer,
  HeldEntry: admin.heldRow,
  HeldEntries: admin.heldAnswer,
  Act: admin.auditRow,
  Acts: admin.auditAnswer,
  Error: saidError,
  Location: location,
  Someone: someone,
  CopiedFromPaper: copied,
  Words: words,
  ...Object.fromEntries(Object.entries(bodyShapes).map(([kind, shape]) => [bodyName(kind), shape])),
}

const registry = z.registry<{ id: string }>()
for (const [id, shape] of Object.entries(namedShapes)) registry.add(shape, { id })

export const nameOf = (shape: z.ZodMiniType): string | undefined => registry.get(shape)?.id

export const schemaRef = (name: string): string => `#/components/schemas/${name}`

/**
 * JSON Schema 2020-12 of every named shape. `open`: unknown fields are welcome, as the contract says [I9]; `exact`: none
 * but those named, to prove that nothing undocumented is said.
 */
export const jsonSchemas = (unknownFields: 'open' | 'exact'): { [name: string]: object } => {
  const io = unknownFields === 'open' ? 'input' : 'output'
  const { schemas } = z.toJSONSchema(registry, { uri: schemaRef, io })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [name, schema]),
  )
}
