import type { SeenStage } from '../../domain/entries/communeBodies.ts'
import { stages } from '../../domain/entries/communeBodies.ts'
import type { Chance } from './chance.ts'
import { type DayNumber, dayNumber, demoBegin, demoToday } from './demoDays.ts'

/** Where a build's story stands today. */
const endings = {
  planned: 30,
  digging: 6.5,
  'before-waiting': 1.2,
  'before-accepted': 2.5,
  'done-waiting': 2.8,
  'to-mend': 2.5,
  'returned-supplement': 1.8,
  'returned-mend': 1.4,
  failed: 0.6,
  'foundation-checked': 10,
  'kit-delivered': 8,
  frame: 7,
  'closed-in': 6,
  completed: 6,
  'handed-over': 13.7,
} as const
export type Ending = keyof typeof endings

/** The days of a build's story; what it never came to is absent. */
export type Course = {
  ending: Ending
  registered: DayNumber
  planned: DayNumber
  foundation?: DayNumber
  /** The sitting before the concrete. */
  before?: DayNumber
  /** The sitting when the foundation is done. */
  done?: DayNumber
  /** Stages seen after the foundation was accepted. */
  later: { stage: SeenStage; day: DayNumber }[]
  /** The last day on which something was seen. */
  last: DayNumber
}

const laterStages = stages.slice(stages.indexOf('kit-delivered')) as SeenStage[]
/** Least and most days from the stage before. */
const pace: { readonly [stage: string]: readonly [number, number] } = {
  'kit-delivered': [12, 34],
  frame: [3, 10],
  'closed-in': [4, 10],
  completed: [4, 14],
  'handed-over': [3, 10],
}

/** Tells the days backwards from where the build stands, so that what is under way was seen these last weeks. */
export const courseOf = (chance: Chance): Course => {
  const ending = chance.weighted(endings)
  const last = lastDay(ending, chance)
  if (ending === 'planned') return { ending, ...begun(last, chance), later: [], last }
  const later: Course['later'] = []
  let day = last
  const reached = laterStages.indexOf(ending as SeenStage)
  for (const stage of laterStages.slice(0, reached + 1).reverse()) {
    later.unshift({ stage, day })
    day -= chance.between(...(pace[stage] ?? [1, 1]))
  }
  if (ending === 'digging')
    return { ending, ...begun(day - chance.between(10, 40), chance), foundation: day, later, last }
  if (ending === 'before-waiting' || ending === 'before-accepted') {
    const foundation = day - chance.between(3, 7)
    return { ending, ...begun(foundation - chance.between(8, 40), chance), foundation, before: day, later, last }
  }
  // The whole foundation: dug, now and then looked at before the concrete, looked at when it is done.
  const done = ending === 'foundation-checked' || reached >= 0 ? day - chance.between(0, 9) : day
  const hasBefore = chance.happens(0.1)
  const before = done - chance.between(11, 22)
  // Now and then somebody was too quick: what auditors look for has to be there to be found.
  const foundation = hasBefore
    ? before - chance.between(3, 7)
    : done - (chance.happens(0.03) ? 2 : chance.between(12, 25))
  return {
    ending,
    ...begun(foundation - chance.between(8, 40), chance),
    foundation,
    ...(hasBefore ? { before } : {}),
    done,
    later,
    last,
  }
}

/** Families are listed in the surveys of spring 2023, or some weeks before their house is planned. */
const begun = (planned: DayNumber, chance: Chance): { registered: DayNumber; planned: DayNumber } => {
  const survey = demoBegin + chance.between(0, 110)
  const registered = survey < planned && chance.happens(0.6) ? survey : planned - chance.between(3, 30)
  return registered < demoBegin ? { registered: demoBegin, planned: demoBegin + 7 } : { registered, planned }
}

const lastDay = (ending: Ending, chance: Chance): DayNumber => {
  if (ending === 'handed-over' || (ending === 'completed' && chance.happens(0.3)))
    return chance.between(dayNumber('2023-09-01'), demoToday - 5)
  if (ending === 'planned') return chance.between(dayNumber('2023-06-20'), demoToday - 20)
  const weeks = ending === 'done-waiting' || ending === 'before-waiting' || ending === 'to-mend' ? 2 : 7
  return demoToday - chance.between(2, weeks * 7)
}
