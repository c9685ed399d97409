import type { Dwelling, NeedCode, Stage, VisitOutcome, VisitPurpose } from '../domain/entries/communeBodies.ts'
import { m } from './words/messages.js'

/** Codes of the domain as people say them. */
export const stageWords: { [S in Stage]: () => string } = {
  planned: m.stage_planned,
  foundation: m.stage_foundation,
  'foundation-checked': m.stage_foundation_checked,
  'kit-delivered': m.stage_kit_delivered,
  frame: m.stage_frame,
  'closed-in': m.stage_closed_in,
  completed: m.stage_completed,
  'handed-over': m.stage_handed_over,
}

export const outcomeWords: { [O in VisitOutcome]: () => string } = {
  'met-head': m.outcome_met_head,
  'met-other': m.outcome_met_other,
  away: m.outcome_away,
  'not-receiving': m.outcome_not_receiving,
  moved: m.outcome_moved,
  deceased: m.outcome_deceased,
}

export const dwellingWords: { [D in Dwelling]: () => string } = {
  'old-house': m.dwelling_old_house,
  tent: m.dwelling_tent,
  lodging: m.dwelling_lodging,
  'new-house': m.dwelling_new_house,
  unknown: m.unknown,
}

export const purposeWords: { [P in VisitPurpose]: () => string } = {
  survey: m.purpose_survey,
  mobilise: m.purpose_mobilise,
  'help-build': m.purpose_help_build,
  check: m.purpose_check,
  'tell-result': m.purpose_tell_result,
  deliver: m.purpose_deliver,
  other: m.purpose_other,
}

export const needWords: { [N in NeedCode]: () => string } = {
  money: m.need_money,
  cement: m.need_cement,
  'sand-gravel': m.need_sand_gravel,
  labour: m.need_labour,
  transport: m.need_transport,
  levelling: m.need_levelling,
  water: m.need_water,
  papers: m.need_papers,
  other: m.need_other,
}

export const awayWords = {
  field: m.away_field,
  'working-far': m.away_working_far,
  unknown: m.away_unknown,
}
