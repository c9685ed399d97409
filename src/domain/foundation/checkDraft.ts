import type { Build, Check, Review } from '../build/build.ts'
import type { Answer, Day, FoundationChecked, Signature, Sitting, Someone, Verdict } from '../entries/communeBodies.ts'
import { type CopiedDraft, copiedOf, dayOfRecord, measurerOf, sheetSlot } from '../entries/copiedFromPaper.ts'
import type { ChecklistPublished } from '../entries/districtBodies.ts'
import { companyOf } from '../people/companions.ts'
import type { Person } from '../people/people.ts'
import type { Fix } from '../place/fix.ts'
import type { Location } from '../place/location.ts'
import { openChecks } from './openChecks.ts'
import { stricter, suggestVerdict } from './suggestVerdict.ts'

/** A check while it is being filled in; everything as typed, so that nothing is lost. */
export type CheckDraft = {
  /** [L18] Begun under this version, finished under it. */
  checklist: { id: string; version: number }
  sitting: Sitting
  date: Day
  with: Someone[]
  /** A name being typed, not yet added to `with`. */
  companion: string
  answers: { [item: string]: Answer }
  /** Numbers as typed, by item: also those that can't be read as numbers (yet). */
  typed: { [item: string]: string[] }
  photos: { [slot: string]: string[] }
  signatures: { [slot: string]: SignatureDraft }
  readAloud: boolean
  /** What the recorder said, where it is stricter than the rule. */
  said: Verdict | null
  mendWhat: string
  mendBy: string
  remark: string
  /** An answer was changed while signatures stood: it is said, so that it is read out and signed again. */
  changedSinceSigned: boolean
  fix: Fix | null
  copied: CopiedDraft | null
}

export type SignatureDraft = {
  how: Signature['how'] | null
  name: string
  strokes: string
  proxyName: string
  proxyRelation: string
  proxyStrokes: string
  reason: string
  witness: string
}

export const emptySignature: SignatureDraft = {
  how: null,
  name: '',
  strokes: '',
  proxyName: '',
  proxyRelation: '',
  proxyStrokes: '',
  reason: '',
  witness: '',
}

/** The return that a new check answers: of the latest check of either sitting, the later one first. */
export const returnToAnswer = (build: Build): { check: Check; review: Review } | null => {
  const check = openChecks(build).find(({ status }) => status === 'returned')
  const review = check?.reviews[0]
  return check === undefined || review === undefined ? null : { check, review }
}

/**
 * The check that a new one goes on from: the one that was returned (decision 3), or the latest that waits for review
 * and lacks a required photo.
 */
export const checkToGoOnFrom = (build: Build, lacksPhotos: (check: Check) => boolean): Check | null => {
  const returned = returnToAnswer(build)
  if (returned !== null) return returned.check
  const latest = build.checks[0]
  return latest?.status === 'waiting' && lacksPhotos(latest) ? latest : null
}

/** Both sittings of a house stand under one checklist: the second goes by the version that the trench was seen under. */
export const checklistFor = ({ checks }: Build, inForce: CheckDraft['checklist']): CheckDraft['checklist'] =>
  checks[0]?.body.sitting === 'before-concrete' ? checks[0].body.checklist : inForce

/** A new check; one that goes on from another starts from what was seen then. */
export const startCheck = (checklist: { id: string; version: number }, today: Day, from: Check | null): CheckDraft => {
  const before = from?.body
  return {
    checklist: before?.checklist ?? checklist,
    sitting: before?.sitting ?? 'done',
    date: today,
    with: [],
    companion: '',
    answers: before?.answers ?? {},
    typed: {},
    photos: photosTakenOver(before?.photos ?? {}),
    signatures: Object.fromEntries((before?.signatures ?? []).map((one) => [one.slot, signatureDraft(one)])),
    readAloud: false,
    said: null,
    mendWhat: before?.mend?.what ?? '',
    mendBy: before?.mend?.by ?? '',
    remark: before?.remark ?? '',
    changedSinceSigned: false,
    fix: null,
    copied: null,
  }
}

/** The sheet of an earlier check stays with that one. */
const photosTakenOver = ({ [sheetSlot]: _sheet, ...photos }: FoundationChecked['photos']) => photos

/** What people sign was changed: it must be read out again, and signatures that stand are older than it. */
export const contentChanged = (draft: CheckDraft): Partial<CheckDraft> => {
  const signed = Object.values(draft.signatures).some(({ how }) => how !== null && how !== 'absent')
  return { readAloud: false, ...(signed ? { changedSinceSigned: true } : {}) }
}

/** The rule's verdict, or what the recorder said where it is stricter. */
export const verdictOf = (draft: CheckDraft, checklist: ChecklistPublished): Verdict =>
  stricter(suggestVerdict(checklist, draft).verdict, draft.said ?? undefined)

type Circumstances = {
  location: Location
  /** The return that it answers. */
  answersReview: string | null
  /** Whom typed names may mean. */
  people?: readonly Person[]
  /** Taken for it. */
  photos?: Parameters<typeof copiedOf>[1]
}

/** The body that is judged and saved. */
export const checkedOf = (
  draft: CheckDraft,
  checklist: ChecklistPublished,
  { location, answersReview, people = [], photos = [] }: Circumstances,
): FoundationChecked => {
  const verdict = verdictOf(draft, checklist)
  const reasons = suggestVerdict(checklist, draft).reasons.map(({ item, code }) => ({ item, code }))
  const signatures = checklist.signatures.flatMap(({ id }) => signatureOf(id, draft.signatures[id]))
  const company = [...companyOf(draft, people), ...measurerOf(draft.copied)]
  return {
    checklist: draft.checklist,
    sitting: draft.sitting,
    date: dayOfRecord(draft.date, draft.copied),
    answers: draft.answers,
    photos: draft.photos,
    verdict,
    // Where a sheet is copied is not where it was measured (decision 38).
    ...(draft.copied === null ? { location } : copiedOf(draft.copied, photos)),
    ...(signatures.length === 0 ? {} : { signatures }),
    ...(reasons.length === 0 ? {} : { reasons }),
    ...(verdict === 'to-mend'
      ? { mend: { what: draft.mendWhat.trim(), by: draft.mendBy === '' ? null : draft.mendBy } }
      : {}),
    ...(filled(draft.remark) ? { remark: draft.remark.trim() } : {}),
    ...(company.length === 0 ? {} : { with: company }),
    ...(draft.readAloud ? { readAloud: true } : {}),
    ...(answersReview === null ? {} : { answersReview }),
  }
}

const filled = (text: string): boolean => text.trim() !== ''

const signatureDraft = ({ how, name, strokes, proxy, reason, witness }: Signature): SignatureDraft => ({
  how,
  name: name ?? '',
  strokes: strokes ?? '',
  proxyName: proxy?.name ?? '',
  proxyRelation: proxy?.relation ?? '',
  proxyStrokes: proxy?.strokes ?? '',
  reason: reason ?? '',
  witness: witness ?? '',
})

/** Only what belongs to the way of signing that was chosen: no strokes stay with *ký trên giấy*. */
const signatureOf = (slot: string, draft: SignatureDraft | undefined): Signature[] => {
  if (!draft?.how) return []
  const { how } = draft
  return [
    {
      slot,
      how,
      ...(filled(draft.name) ? { name: draft.name.trim().normalize('NFC') } : {}),
      ...(how === 'on-device' ? { strokes: draft.strokes } : {}),
      ...(how === 'by-proxy' ? { proxy: proxyOf(draft) } : {}),
      ...((how === 'declined' || how === 'absent') && filled(draft.reason) ? { reason: draft.reason.trim() } : {}),
      ...(how !== 'absent' && filled(draft.witness) ? { witness: draft.witness.trim().normalize('NFC') } : {}),
    },
  ]
}

const proxyOf = ({ proxyName, proxyRelation, proxyStrokes }: SignatureDraft): NonNullable<Signature['proxy']> => ({
  name: proxyName.trim().normalize('NFC'),
  relation: proxyRelation.trim(),
  ...(proxyStrokes === '' ? {} : { strokes: proxyStrokes }),
})
