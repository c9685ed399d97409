import { type PhoneTried, stopsWanted, type TryStep, writesSummed } from '../domain/try-phone/phoneTried.ts'
import { longDayWords, numberWords } from './locale.ts'
import { bytesWords } from './photoWords.ts'
import { m } from './words/messages.js'

export const tryStepWords: { [Step in TryStep]: () => string } = {
  keep: m.tryphone_keep,
  writes: m.tryphone_writes,
  picture: m.tryphone_picture,
  stops: m.tryphone_stops,
  file: m.tryphone_file,
}

/** The day and what was found, a line each: the phone's model and the app's version, nobody's name. */
export const triedText = (tried: PhoneTried, day: string, about: { model: string; build: string }): string =>
  [
    `${m.app_name()} · ${m.tryphone_title()} · ${longDayWords(day)}`,
    m.tryphone_said_phone({ model: about.model }),
    m.tryphone_said_build({ build: about.build }),
    ...triedLines(tried),
  ].join('\n')

const triedLines = ({ keep, writes, picture, stops, file, skipped }: PhoneTried): string[] => [
  ...(keep === null ? [] : [keep ? m.tryphone_said_keep_yes() : m.tryphone_said_keep_no()]),
  ...(writes === null ? [] : [writesLine(writes)]),
  ...(picture === null
    ? []
    : [
        m.tryphone_said_picture({
          size: bytesWords(picture.bytes),
          seconds: numberWords(Math.round(picture.tookMs / 100) / 10),
          closed: numberWords(picture.closed),
        }),
      ]),
  ...(stops.length === 0 ? [] : [stopsLine(stops)]),
  ...(file === true ? [m.tryphone_said_file()] : []),
  ...skipped.map((step) => m.tryphone_said_skipped({ what: tryStepWords[step]() })),
]

const writesLine = (writes: NonNullable<PhoneTried['writes']>): string => {
  const { halfMs, mostMs } = writesSummed(writes)
  return m.tryphone_said_writes({
    done: numberWords(writes.tookMs.length),
    of: numberWords(writes.of),
    half: numberWords(Math.round(halfMs)),
    most: numberWords(Math.round(mostMs)),
  })
}

const stopsLine = (stops: PhoneTried['stops']): string => {
  const count = (which: (stop: PhoneTried['stops'][number]) => boolean) => numberWords(stops.filter(which).length)
  return m.tryphone_said_stops({
    count: numberWords(stops.length),
    of: numberWords(stopsWanted),
    kept: count(({ kept }) => kept),
    whole: count(({ photoWhole }) => photoWhole === true),
    offline: count(({ offline }) => offline),
  })
}
