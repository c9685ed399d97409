import type { Entry } from '../../domain/entries/entry.ts'
import { tick } from '../../domain/time/hybridClock.ts'
import { syncLimits } from '../../wire/messages/sync.ts'
import { acceptEntries } from '../accept/acceptEntries.ts'
import type { Db } from '../books/tables.ts'
import { readSpeaker, type Speaker } from '../devices/speaker.ts'
import type { Actor } from './cast.ts'
import { demoToday, eveningOf } from './demoDays.ts'
import type { Deed } from './story.ts'

/** The week's end, ms since 1970: when what was written in that week is handed in. */
const weekMs = 7 * 86_400_000
const weekEnd = (ms: number): number => eveningOf(Math.min(Math.floor(ms / weekMs) * 7 + 7, demoToday))

/**
 * Hands deeds (in order of time) in as phones do: each device's entries in the order of its counter, week by week,
 * judged like anybody's. Throws where one is held: the trial's people keep the rules.
 */
export const handIn = async (tx: Db, deeds: readonly Deed[]): Promise<void> => {
  const speakers = new Map<string, Speaker>()
  for (const [arrivedMs, week] of byWeek(deeds)) {
    for (const [actor, own] of byActor(week)) {
      const speaker = speakers.get(actor.device) ?? (await readSpeaker(tx, actor.device))
      if (speaker === null) throw new Error(`the trial's device of ${actor.name} is not enrolled`)
      speakers.set(actor.device, speaker)
      for (let from = 0; from < own.length; from += syncLimits.entries) {
        const entries = own.slice(from, from + syncLimits.entries).map((deed) => entryOf(actor, deed))
        const { acks } = await acceptEntries(tx, speaker, entries, arrivedMs)
        const refused = acks.find(({ status }) => status !== 'accepted')
        if (refused !== undefined) throw new Error(`the trial's entry was not accepted: ${JSON.stringify(refused)}`)
      }
      await tx.updateTable('devices').set({ lastSeen: arrivedMs }).where('id', '=', actor.device).execute()
    }
  }
}

const entryOf = (actor: Actor, { id, ms, book, kind, subject, body }: Deed): Entry => {
  actor.n += 1
  actor.lastAt = tick(actor.lastAt, ms, actor.device)
  return {
    id,
    book,
    kind,
    v: 1,
    subject,
    at: actor.lastAt,
    device: actor.device,
    person: actor.person,
    n: actor.n,
    body,
  }
}

const byWeek = (deeds: readonly Deed[]): Map<number, Deed[]> => {
  const weeks = new Map<number, Deed[]>()
  for (const deed of deeds) {
    const end = weekEnd(deed.ms)
    const week = weeks.get(end)
    if (week === undefined) weeks.set(end, [deed])
    else week.push(deed)
  }
  return weeks
}

/** Recorders first, then whoever answers them. */
const byActor = (deeds: readonly Deed[]): [Actor, Deed[]][] => {
  const actors = new Map<Actor, Deed[]>()
  for (const deed of deeds) {
    const own = actors.get(deed.by)
    if (own === undefined) actors.set(deed.by, [deed])
    else own.push(deed)
  }
  const order = ['recorder', 'inspector', 'district', 'admin']
  return [...actors].sort(([a], [b]) => order.indexOf(a.role) - order.indexOf(b.role))
}
