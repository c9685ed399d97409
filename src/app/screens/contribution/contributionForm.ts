import type { ContributionRecorded, ContributionSource } from '../../../domain/entries/communeBodies.ts'
import { type CopiedDraft, copiedOf, dayOfRecord } from '../../../domain/entries/copiedFromPaper.ts'
import { judgeBody } from '../../../domain/entries/judgeBody.ts'
import { mayWrite, type Role } from '../../../domain/entries/mayWrite.ts'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import { contributionSources } from '../../../domain/money/contributionTotals.ts'
import { parseMoney, parseNumber } from '../../../language/locale.ts'

export type ContributionForm = {
  form: ContributionRecorded['form']
  source: ContributionSource
  state: ContributionRecorded['state']
  vnd: string
  days: string
  what: string
  quantity: string
  unit: string
  by: string
  to: string
  date: string
  fulfils: string
  note: string
  copied: CopiedDraft | null
}

export const emptyContribution = (date: string): ContributionForm => ({
  form: 'labour',
  source: 'family',
  state: 'handed-over',
  vnd: '',
  days: '',
  what: '',
  quantity: '',
  unit: '',
  by: '',
  to: '',
  date,
  fulfils: '',
  note: '',
  copied: null,
})

/** Sources that this role may write in this form: counterpart and donors' money is the office's. */
export const sourcesFor = (role: Role, form: ContributionRecorded['form']): ContributionSource[] =>
  contributionSources.filter(
    (source) =>
      mayWrite(role, 'contribution.recorded', { source, form }, 'commune') && (source !== 'team' || form !== 'money'),
  )

/** The body that would be written now, and what is wrong with it. `typed` counts only what is not simply missing yet. */
export const judgedContribution = (
  form: ContributionForm,
  photos: Parameters<typeof copiedOf>[1],
): { body: ContributionRecorded; refusals: Refusal[]; atOnce: Refusal[] } => {
  const body = bodyOf(form, photos)
  const judged = judgeBody('contribution.recorded', body)
  const unread = [
    ...notNumber('days', form.form === 'labour' ? form.days : ''),
    ...notNumber('quantity', form.form === 'material' ? form.quantity : ''),
  ]
  const refusals = [...unread, ...(judged.ok ? [] : judged.refusals)]
  return { body, refusals, atOnce: refusals.filter(({ field }) => typed(form, field)) }
}

const typed = (form: ContributionForm, field: string): boolean => {
  const value = form[field as keyof ContributionForm]
  return typeof value === 'string' && value.trim() !== ''
}

const notNumber = (field: string, typed: string): Refusal[] =>
  typed.trim() !== '' && !(parseNumber(typed) >= 0) ? [{ field, code: 'not-a-number' }] : []

const bodyOf = (form: ContributionForm, photos: Parameters<typeof copiedOf>[1]): ContributionRecorded => {
  const vnd = form.form === 'labour' ? undefined : parseMoney(form.vnd)
  const days = form.form === 'labour' ? parseNumber(form.days) : Number.NaN
  const quantity = form.form === 'material' ? parseNumber(form.quantity) : Number.NaN
  return {
    source: form.source,
    form: form.form,
    state: form.state,
    date: dayOfRecord(form.date, form.copied),
    ...(vnd === undefined ? {} : { vnd }),
    ...(days >= 0 ? { days } : {}),
    ...(form.form === 'material' ? { what: form.what.trim() } : {}),
    ...(quantity >= 0 ? { quantity } : {}),
    ...text('unit', form.form === 'material' ? form.unit : ''),
    ...text('by', form.by),
    ...text('to', form.to),
    ...text('fulfils', form.state === 'handed-over' ? form.fulfils : ''),
    ...text('note', form.note),
    ...copiedOf(form.copied, photos),
  }
}

const text = <F extends string>(field: F, typed: string): { [Field in F]?: string } =>
  typed.trim() === '' ? {} : ({ [field]: typed.trim().normalize('NFC') } as { [Field in F]?: string })
