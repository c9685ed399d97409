import type {
  BuildAdvanced,
  BuildAmended,
  ClockSaid,
  ContributionRecorded,
  CopiedFromPaper,
  FoundationChecked,
  FoundationReviewed,
  HouseholdAmended,
  HouseholdMoved,
  HouseholdRegistered,
  NoteAdded,
  VisitRecorded,
} from '../domain/entries/communeBodies.ts'
import type { TimelineLine } from '../domain/lists/timeline.ts'
import { clockWords } from './clockWords.ts'
import { outcomeWords, stageWords } from './codeWords.ts'
import { contributionWords, promiseWords, sourceWords } from './contributionWords.ts'
import { copiedWords } from './copiedWords.ts'
import { fieldWords } from './fieldWords.ts'
import { acceptedWords } from './reviewWords.ts'
import { sittingWords } from './sittingWords.ts'
import { verdictWords } from './verdictWords.ts'
import { visitLineWords } from './visitLineWords.ts'
import { m } from './words/messages.js'

type Told = Pick<TimelineLine, 'kind' | 'body' | 'found'>

/** What happened, in a few words. */
export const lineTitle = ({ kind, body, found }: Told): string => {
  switch (kind) {
    case 'household.registered':
      return (body as HouseholdRegistered).from === undefined ? m.line_registered() : m.move_line_from()
    case 'household.amended':
      return m.line_amended()
    case 'household.merged':
      return m.line_merged()
    case 'household.moved':
      return m.move_line()
    case 'visit.recorded':
      return `${m.line_visit()}: ${outcomeWords[(body as VisitRecorded).outcome]?.() ?? ''}`
    case 'build.planned':
      return m.line_planned()
    case 'build.amended':
      return holdTitle(body as BuildAmended)
    case 'build.advanced':
      return stageWords[(body as BuildAdvanced).stage]?.() ?? m.line_stage()
    case 'foundation.checked':
      return m.line_checked()
    case 'foundation.reviewed': {
      const { decision, returnFor } = body as FoundationReviewed
      if (decision === 'accepted') return acceptedWords(found)
      return returnFor === 'mend' ? m.review_return_mend() : m.review_return_supplement()
    }
    case 'contribution.recorded': {
      const contribution = body as ContributionRecorded
      if (contribution.sameAs?.of !== undefined)
        return contribution.sameAs.same ? m.money_line_same() : m.money_line_different()
      return `${promiseWords[contribution.state]()} ${contributionWords(contribution)}`
    }
    case 'photo.taken':
      return m.line_photo()
    case 'entry.voided':
      return m.line_voided()
    default:
      if ((body as NoteAdded).different?.length) return m.same_two()
      return (body as NoteAdded).told?.length ? m.line_told() : m.line_note()
  }
}

/** The rest of what was written, a part a line; empty where the title says it all. */
export const lineDetails = (told: Told): string[] => [
  ...detailsOf(told),
  ...paperDetails(told),
  ...[clockWords((told.body as { clock?: ClockSaid } | null)?.clock)].filter((text) => text !== ''),
]

/** Whatever it is: that it was copied from a sheet, whose and of which day. */
const paperDetails = ({ kind, body }: Told): string[] => {
  const copied = (body as { copied?: CopiedFromPaper } | null)?.copied
  if (copied === undefined) return []
  return [copiedWords(copied, kind === 'foundation.checked' ? 'measured' : 'written')]
}

const detailsOf = ({ kind, body }: Told): string[] => {
  switch (kind) {
    case 'visit.recorded':
      return visitLineWords(body as VisitRecorded)
    case 'household.amended':
      return [
        Object.keys((body as HouseholdAmended).set)
          .map(fieldWords)
          .join(', '),
      ]
    case 'household.moved':
      return [(body as HouseholdMoved).reason ?? ''].filter((text) => text !== '')
    case 'build.amended':
      return [(body as BuildAmended).set.hold?.value?.reason ?? ''].filter((text) => text !== '')
    case 'build.advanced':
      return stageDetails(body as BuildAdvanced)
    case 'foundation.checked':
      return checkDetails(body as FoundationChecked)
    case 'foundation.reviewed':
      return [(body as FoundationReviewed).reason ?? ''].filter((text) => text !== '')
    case 'contribution.recorded':
      return contributionDetails(body as ContributionRecorded)
    case 'note.added':
      return [(body as NoteAdded).text].filter((text) => text !== '')
    case 'entry.voided':
      return [(body as { reason?: string }).reason ?? ''].filter((text) => text !== '')
    default:
      return []
  }
}

const holdTitle = ({ set }: BuildAmended): string => {
  if (set.hold === undefined) return m.line_build_amended()
  if (set.hold.value === null || set.hold.value === undefined) return m.hold_none()
  return set.hold.value.state === 'paused' ? m.hold_paused() : m.hold_given_up()
}

const stageDetails = ({ note = '', with: joined }: BuildAdvanced): string[] =>
  [note, company(joined)].filter((text) => text !== '')

const company = (joined: readonly { name: string }[] = []): string =>
  joined.length === 0 ? '' : m.line_with({ names: joined.map(({ name }) => name).join(', ') })

const checkDetails = (check: FoundationChecked): string[] => {
  const photos = Object.values(check.photos).flat().length
  const signed = (check.signatures ?? []).filter(({ how }) => how !== 'absent' && how !== 'declined').length
  const counts = [
    m.line_check_answers({ count: Object.keys(check.answers).length }),
    m.line_check_photos({ count: photos }),
    signed === 0 ? '' : m.line_check_signatures({ count: signed }),
  ]
  return [
    [verdictWords[check.verdict](), sittingWords[check.sitting]()].join(' · '),
    counts.filter((text) => text !== '').join(' · '),
    check.mend?.what ?? '',
    company(check.with),
  ].filter((text) => text !== '')
}

const contributionDetails = ({ source, by, to, note }: ContributionRecorded): string[] => {
  const hands = [by ? m.contribution_from({ name: by }) : '', to ? m.contribution_to_whom({ name: to }) : '']
  return [[sourceWords[source](), ...hands].filter((text) => text !== '').join(' · '), note ?? ''].filter(
    (text) => text !== '',
  )
}
